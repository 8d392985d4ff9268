<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ConfirmForm</name>
    <message>
        <source>&amp;Remark</source>
        <translation>备注(&amp;R)</translation>
    </message>
    <message>
        <source>Treatment &amp;plan...</source>
        <translation>治理方案(&amp;P)...</translation>
    </message>
</context>
<context>
    <name>DispatchForm</name>
    <message>
        <source>&amp;Responsible person</source>
        <translation>责任人(&amp;R)</translation>
    </message>
    <message>
        <source>Responsible &amp;unit</source>
        <translation>责任部门(&amp;U)</translation>
    </message>
    <message>
        <source>That of the person</source>
        <translation>默认为责任人所在部门</translation>
    </message>
    <message>
        <source>&amp;Deadline</source>
        <translation>整改期限(&amp;D)</translation>
    </message>
    <message>
        <source>23:59 stands for the end of the day.</source>
        <translation>23:59 表示截至当天结束。</translation>
    </message>
    <message>
        <source>&amp;Measure asked for</source>
        <translation>整改要求(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Supervisor</source>
        <translation>督办人(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cost in yuan</source>
        <translation>整改资金（元）(&amp;C)</translation>
    </message>
</context>
<context>
    <name>GradeForm</name>
    <message>
        <source>&amp;Grade</source>
        <translation>隐患等级(&amp;G)</translation>
    </message>
    <message>
        <source>Response c&amp;olour</source>
        <translation>响应等级(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>隐患类别(&amp;C)</translation>
    </message>
    <message>
        <source>Possible &amp;accident type</source>
        <translation>可能事故类型(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Basis</source>
        <translation>判定依据(&amp;B)</translation>
    </message>
    <message>
        <source>Law or standard with its clause; needed for a major hazard</source>
        <translation>法规或标准及条款号；重大隐患必填</translation>
    </message>
    <message>
        <source>This hazard was found &amp;here before</source>
        <translation>此处曾发现同类隐患（重复隐患）(&amp;H)</translation>
    </message>
    <message>
        <source>A major hazard needs its treatment plan with the five assurances before rectification begins.</source>
        <translation>重大隐患开始整改前，须先制定治理方案并做到“五落实”。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Choose another &amp;file...</source>
        <translation>选择其他文件(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>工作表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Taken over as</source>
        <translation>导入为(&amp;T)</translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列对应</translation>
    </message>
    <message>
        <source>Columns of the file and where they go</source>
        <translation>文件中的列及其对应字段</translation>
    </message>
    <message>
        <source>F2 or a double click on “Goes to” changes where a column goes. No value of the file is lost.</source>
        <translation>在“对应字段”上按 F2 或双击可修改对应关系。文件中的内容不会丢失。</translation>
    </message>
    <message>
        <source>Judgements</source>
        <translation>判断说明</translation>
    </message>
    <message>
        <source>Judgements that had to be made</source>
        <translation>导入时作出的判断</translation>
    </message>
</context>
<context>
    <name>MergeForm</name>
    <message>
        <source>&amp;Hazard that stays</source>
        <translation>保留的隐患(&amp;H)</translation>
    </message>
    <message>
        <source>Number, or a part of its description</source>
        <translation>隐患编号或描述中的文字</translation>
    </message>
    <message>
        <source>The hazard above is closed as a duplicate and points to the one that stays. It remains readable.</source>
        <translation>上面这条隐患将作为重复记录关闭，并指向保留的隐患；内容仍可查看。</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>&amp;Basis</source>
        <translation>判定依据(&amp;B)</translation>
    </message>
    <message>
        <source>Law or standard with its clause, by which the hazard is major</source>
        <translation>判定为重大隐患的法规或标准及条款号</translation>
    </message>
    <message>
        <source>&amp;Measures</source>
        <translation>措施落实(&amp;M)</translation>
    </message>
    <message>
        <source>What is done, in which order, by which method</source>
        <translation>采取的方法、步骤和措施</translation>
    </message>
    <message>
        <source>&amp;Responsibility</source>
        <translation>责任落实(&amp;R)</translation>
    </message>
    <message>
        <source>Unit and person that answer for the treatment</source>
        <translation>负责治理的部门和人员</translation>
    </message>
    <message>
        <source>&amp;Funds</source>
        <translation>资金落实(&amp;F)</translation>
    </message>
    <message>
        <source>Money and material, from which budget</source>
        <translation>经费和物资及其来源</translation>
    </message>
    <message>
        <source>&amp;Time limit</source>
        <translation>时限落实(&amp;T)</translation>
    </message>
    <message>
        <source>When it begins, when it is done</source>
        <translation>开始时间和完成时间</translation>
    </message>
    <message>
        <source>&amp;Emergency plan</source>
        <translation>预案落实(&amp;E)</translation>
    </message>
    <message>
        <source>What protects people until then</source>
        <translation>治理期间的安全措施和应急预案</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;What was found</source>
        <translation>隐患描述(&amp;W)</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>地点(&amp;L)</translation>
    </message>
    <message>
        <source>Not in the lists of this plant: kept as the place in your own words.</source>
        <translation>不在本企业的设备和区域清单中：按所填文字记为部位。</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>隐患类别(&amp;C)</translation>
    </message>
    <message>
        <source>Response c&amp;olour</source>
        <translation>响应等级(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;More: day, finder, kind of check, photos</source>
        <translation>更多：日期、排查人、排查类型、照片(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Found on</source>
        <translation>排查日期(&amp;F)</translation>
    </message>
    <message>
        <source>Found &amp;by</source>
        <translation>排查人(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Kind of check</source>
        <translation>排查类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Immediate measure</source>
        <translation>先行控制措施(&amp;I)</translation>
    </message>
    <message>
        <source>What was done at once: stopped, fenced off, warned</source>
        <translation>当场采取的措施，如停机、围挡、警示</translation>
    </message>
    <message>
        <source>Photos before</source>
        <translation>整改前照片</translation>
    </message>
    <message>
        <source>R&amp;emark</source>
        <translation>备注(&amp;E)</translation>
    </message>
</context>
<context>
    <name>ReviewForm</name>
    <message>
        <source>Measure taken</source>
        <translation>已采取的整改措施</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>复核结果</translation>
    </message>
    <message>
        <source>&amp;Passed</source>
        <translation>合格(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Returned, to be rectified again</source>
        <translation>退回，重新整改(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Opinion</source>
        <translation>复核意见(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Day of the review</source>
        <translation>复核日期(&amp;D)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>外观(&amp;T)</translation>
    </message>
    <message>
        <source>The size of texts and controls follows the display scale of the system.</source>
        <translation>文字和控件的大小随系统显示缩放比例变化。</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation>新快捷键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>恢复默认(&amp;D)</translation>
    </message>
    <message>
        <source>N&amp;o key</source>
        <translation>不设快捷键(&amp;O)</translation>
    </message>
    <message>
        <source>Keys of the commands</source>
        <translation>各命令的快捷键</translation>
    </message>
</context>
<context>
    <name>SubmitForm</name>
    <message>
        <source>&amp;Measure taken</source>
        <translation>整改措施(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Completed on</source>
        <translation>完成日期(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rectified by</source>
        <translation>整改人(&amp;R)</translation>
    </message>
    <message>
        <source>Cost in &amp;yuan</source>
        <translation>整改资金（元）(&amp;Y)</translation>
    </message>
    <message>
        <source>Photos after</source>
        <translation>整改后照片</translation>
    </message>
</context>
<context>
    <name>SuspendForm</name>
    <message>
        <source>&amp;Reason</source>
        <translation>延期原因(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;New deadline</source>
        <translation>新的整改期限(&amp;N)</translation>
    </message>
    <message>
        <source>23:59 stands for the end of the day.</source>
        <translation>23:59 表示截至当天结束。</translation>
    </message>
    <message>
        <source>&amp;Approved by</source>
        <translation>批准人(&amp;A)</translation>
    </message>
</context>
<context>
    <name>app::AboutDialog</name>
    <message>
        <source>About Anlan</source>
        <translation>关于安澜</translation>
    </message>
    <message>
        <source>Anlan %1</source>
        <translation>安澜 %1</translation>
    </message>
    <message>
        <source>The safety officer&apos;s desk: it works without a network, and keeps every change.
Free software under the GNU General Public License, version 3 or later. There is no warranty.
Built with Qt %1.</source>
        <translation>安全员的工作台：无网络也能使用，每一次修改都有留痕。
自由软件，依据 GNU 通用公共许可证第 3 版或更新版本发布，不提供任何担保。
使用 Qt %1 构建。</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证全文</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>Open the plant in &lt;file&gt;.</source>
        <translation>打开 &lt;file&gt; 中的企业。</translation>
    </message>
    <message>
        <source>Work as the person with &lt;login&gt;.</source>
        <translation>以登录名为 &lt;login&gt; 的人员身份工作。</translation>
    </message>
    <message>
        <source>Language: zh_CN or en.</source>
        <translation>语言：zh_CN 或 en。</translation>
    </message>
    <message>
        <source>Theme: system, light or dark.</source>
        <translation>外观：system、light 或 dark。</translation>
    </message>
    <message>
        <source>Anlan, the safety officer&apos;s desk</source>
        <translation>安澜，安全员的工作台</translation>
    </message>
    <message>
        <source>The plant to open.</source>
        <translation>要打开的企业文件。</translation>
    </message>
</context>
<context>
    <name>app::CommandSearch</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Part of a command&apos;s name</source>
        <translation>输入命令名称的一部分</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Enter runs the command, Esc closes.</source>
        <translation>按回车执行，按 Esc 关闭。</translation>
    </message>
    <message>
        <source>%1   [%2]</source>
        <translation>%1   [%2]</translation>
    </message>
</context>
<context>
    <name>app::DailyCopy</name>
    <message>
        <source>Daily copy of the plant</source>
        <translation>工厂数据每日备份</translation>
    </message>
    <message>
        <source>The daily copy of the plant was not made: %1</source>
        <translation>工厂数据的每日备份没有完成：%1</translation>
    </message>
</context>
<context>
    <name>app::Desk</name>
    <message>
        <source>Open a plant</source>
        <translation>打开企业文件</translation>
    </message>
    <message>
        <source>Plants of Anlan (*.anlan)</source>
        <translation>安澜企业文件 (*.anlan)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>This plant is already open in another window.</source>
        <translation>该企业已在另一个窗口中打开。</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Where the plant is to be kept</source>
        <translation>企业文件保存位置</translation>
    </message>
    <message>
        <source>Setting up %1</source>
        <translation>正在新建 %1</translation>
    </message>
    <message>
        <source>Making the sample plant</source>
        <translation>正在生成示范企业</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Nobody has the login &quot;%1&quot; here. Choose who works now at the lower right.</source>
        <translation>本企业没有登录名“%1”。请在右下角选择当前工作人员。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>已存本机</translation>
    </message>
    <message numerus="yes">
        <source>Saved here, %n not sent</source>
        <translation>
            <numerusform>已存本机，待上传 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Every change is kept on this computer at once. Changes are sent when a server is connected.</source>
        <translation>每次修改都会立即保存在本机；连接服务器后再上传。</translation>
    </message>
</context>
<context>
    <name>app::JobsButton</name>
    <message>
        <source>Show what is being worked on</source>
        <translation>查看正在进行的任务</translation>
    </message>
    <message>
        <source>Work that is going on</source>
        <translation>正在进行的任务</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>取消：%1</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1：%2 %</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1（另有 %n 项）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LogDialog</name>
    <message>
        <source>There is no log file yet.</source>
        <translation>还没有日志文件。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>The log is kept in %1</source>
        <translation>日志保存在 %1</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>日志内容</translation>
    </message>
    <message>
        <source>C&amp;opy all</source>
        <translation>全部复制(&amp;O)</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>Anlan</source>
        <translation>安澜</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>%1 - Anlan</source>
        <translation>%1 - 安澜</translation>
    </message>
    <message>
        <source>This kind of record has no panel yet.</source>
        <translation>该类记录暂无对应面板。</translation>
    </message>
    <message>
        <source>Leave Anlan</source>
        <translation>退出安澜</translation>
    </message>
    <message>
        <source>Work is still going on. If you leave now it is cancelled; what it has not finished is not kept.</source>
        <translation>仍有任务正在进行。现在退出将取消任务，未完成的部分不会保留。</translation>
    </message>
    <message>
        <source>Cancel the work and leave</source>
        <translation>取消任务并退出</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Open another plant...</source>
        <translation>打开其他企业(&amp;O)...</translation>
    </message>
    <message>
        <source>Recent p&amp;lants</source>
        <translation>最近打开的企业(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>设置(&amp;S)...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Daily work</source>
        <translation>日常工作(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>复核(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Management</source>
        <translation>管理(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation>查找命令(&amp;F)...</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>查看日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About Anlan</source>
        <translation>关于安澜(&amp;A)</translation>
    </message>
</context>
<context>
    <name>app::NewPlantDialog</name>
    <message>
        <source>Set up a new plant</source>
        <translation>新建企业</translation>
    </message>
    <message>
        <source>The name stands on every printed ledger. / \ : * ? &quot; &lt; &gt; | cannot be part of it.</source>
        <translation>企业名称会印在每份台账上，不能含有 / \ : * ? &quot; &lt; &gt; | 等字符。</translation>
    </message>
    <message>
        <source>&amp;Next...</source>
        <translation>下一步(&amp;N)...</translation>
    </message>
    <message>
        <source>Na&amp;me of the plant</source>
        <translation>企业名称(&amp;M)</translation>
    </message>
    <message>
        <source>Each change is saved under a name. You are the first person of the plant; the others are added later.</source>
        <translation>每次修改都会记在操作人名下。您是该企业的第一位人员，其他人员可稍后添加。</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>您的姓名(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>app::PersonChooser</name>
    <message>
        <source>Who works now</source>
        <translation>当前工作人员</translation>
    </message>
    <message>
        <source>Part of the name, post or login</source>
        <translation>姓名、部门或登录名的一部分</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>选定(&amp;H)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Nobody has been entered in this plant yet.</source>
        <translation>本企业尚未录入人员。</translation>
    </message>
    <message>
        <source>Nobody is called that.</source>
        <translation>没有符合条件的人员。</translation>
    </message>
</context>
<context>
    <name>app::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>also the key of &quot;%1&quot;</source>
        <translation>与“%1”相同</translation>
    </message>
    <message>
        <source>%1 is the key of &quot;%2&quot; and of &quot;%3&quot;. Change one of them.</source>
        <translation>%1 同时是“%2”和“%3”的快捷键，请修改其中一个。</translation>
    </message>
</context>
<context>
    <name>app::StartPage</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>从列表中移除(&amp;R)</translation>
    </message>
    <message>
        <source>Anlan</source>
        <translation>安澜</translation>
    </message>
    <message>
        <source>Every hazard found, followed and closed</source>
        <translation>隐患有发现，整改有跟踪，闭环有记录</translation>
    </message>
    <message>
        <source>Look around in the &amp;sample plant</source>
        <translation>浏览示范企业(&amp;S)</translation>
    </message>
    <message>
        <source>A made-up plant with two years of hazards. Try everything, nothing can break.</source>
        <translation>虚构的企业，含两年隐患数据，可放心试用各项功能。</translation>
    </message>
    <message>
        <source>Set up a &amp;new plant</source>
        <translation>新建企业(&amp;N)</translation>
    </message>
    <message>
        <source>An empty file for your own plant.</source>
        <translation>为本企业建立一个空白文件。</translation>
    </message>
    <message>
        <source>Open a &amp;file</source>
        <translation>打开文件(&amp;F)</translation>
    </message>
    <message>
        <source>A plant that is already kept on this computer.</source>
        <translation>打开本机已有的企业文件。</translation>
    </message>
    <message>
        <source>Opened &amp;last</source>
        <translation>最近打开(&amp;L)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Plants opened last</source>
        <translation>最近打开的企业</translation>
    </message>
</context>
<context>
    <name>app::StorePlants</name>
    <message>
        <source>The sample plant could not be put into %1. Check that you may write there.</source>
        <translation>无法将示范企业保存到 %1。请检查该位置是否可写。</translation>
    </message>
</context>
<context>
    <name>app::WindowStatus</name>
    <message>
        <source>Who works now. What is saved carries this name.</source>
        <translation>当前工作人员。保存的内容将记在此人名下。</translation>
    </message>
    <message>
        <source>The plant that is open: %1</source>
        <translation>当前打开的企业：%1</translation>
    </message>
    <message>
        <source>Choose who works now</source>
        <translation>选择当前工作人员</translation>
    </message>
    <message>
        <source>Works now: %1</source>
        <translation>当前工作人员：%1</translation>
    </message>
</context>
<context>
    <name>ctl</name>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The store to work with.</source>
        <translation>要使用的数据文件。</translation>
    </message>
    <message>
        <source>login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Who works: login or id of a person.</source>
        <translation>操作人：人员的登录名或编号。</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the words: zh_CN or en.</source>
        <translation>文字的语言：zh_CN 或 en。</translation>
    </message>
    <message>
        <source>Print exactly one JSON object.</source>
        <translation>只输出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Show how it is used.</source>
        <translation>显示用法。</translation>
    </message>
    <message>
        <source>--%1 does not know “%2”. It knows: %3.</source>
        <translation>--%1 不认识“%2”。可用：%3。</translation>
    </message>
    <message>
        <source>--%1 needs a whole number, not “%2”.</source>
        <translation>--%1 需要整数，而不是“%2”。</translation>
    </message>
    <message>
        <source>--%1 needs a day such as 2026-03-31, not “%2”.</source>
        <translation>--%1 需要日期，例如 2026-03-31，而不是“%2”。</translation>
    </message>
    <message>
        <source>--%1 needs a day or a time such as 2026-03-31T16:30, not “%2”.</source>
        <translation>--%1 需要日期或时间，例如 2026-03-31T16:30，而不是“%2”。</translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation>缺少 --%1。</translation>
    </message>
    <message>
        <source>--%1 is given twice.</source>
        <translation>--%1 给了两次。</translation>
    </message>
    <message>
        <source>Something is missing: %1</source>
        <translation>缺少参数：%1</translation>
    </message>
    <message>
        <source>What is “%1” meant to be?</source>
        <translation>不明白“%1”是什么。</translation>
    </message>
    <message>
        <source>Which store? Name it by --store FILE.</source>
        <translation>哪个数据文件？请用 --store FILE 指明。</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>With every command:</source>
        <translation>所有命令都可用：</translation>
    </message>
    <message>
        <source>“anlanctl COMMAND --help” says more about one of them.</source>
        <translation>“anlanctl 命令 --help”显示某个命令的详细用法。</translation>
    </message>
    <message>
        <source>Which command?</source>
        <translation>哪个命令？</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有“%1”这个命令。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未作任何更改。</translation>
    </message>
    <message>
        <source>Who does this? Name the person by --as LOGIN.</source>
        <translation>由谁操作？请用 --as LOGIN 指明人员。</translation>
    </message>
    <message>
        <source>Nobody has the login “%1”. “anlanctl person list” shows them all.</source>
        <translation>没有登录名为“%1”的人员。“anlanctl person list”列出全部人员。</translation>
    </message>
    <message>
        <source>Several people are called “%1”. Name the person by login or id.</source>
        <translation>有多人名叫“%1”。请用登录名或编号指明。</translation>
    </message>
    <message>
        <source>No single area is called “%1”. “anlanctl area list” shows their full names.</source>
        <translation>没有唯一名为“%1”的区域。“anlanctl area list”列出完整名称。</translation>
    </message>
    <message>
        <source>No single machine is called “%1”. “anlanctl equipment list” shows their codes.</source>
        <translation>没有唯一名为“%1”的设备。“anlanctl equipment list”列出设备编号。</translation>
    </message>
    <message>
        <source>--%1 belongs to --demo: only the sample plant has it.</source>
        <translation>--%1 只能与 --demo 一起使用：只有示例工厂才有。</translation>
    </message>
    <message>
        <source>Made %1: %2, %3 hazards.</source>
        <translation>已建立 %1：%2，%3 条隐患。</translation>
    </message>
    <message>
        <source>Plant: %1</source>
        <translation>工厂：%1</translation>
    </message>
    <message>
        <source>Hazards: %1, open %2, overdue %3</source>
        <translation>隐患：%1，未关闭 %2，超期 %3</translation>
    </message>
    <message>
        <source>People: %1</source>
        <translation>人员：%1</translation>
    </message>
    <message>
        <source>Equipment: %1</source>
        <translation>设备：%1</translation>
    </message>
    <message>
        <source>Areas: %1</source>
        <translation>区域：%1</translation>
    </message>
    <message>
        <source>Accidents: %1</source>
        <translation>事故：%1</translation>
    </message>
    <message>
        <source>Operations: %1, not yet sent %2, conflicts to decide %3</source>
        <translation>操作：%1，待发送 %2，待处理冲突 %3</translation>
    </message>
    <message>
        <source>Format of the store: %1</source>
        <translation>数据文件格式：%1</translation>
    </message>
    <message>
        <source>Digest: %1</source>
        <translation>摘要：%1</translation>
    </message>
    <message>
        <source>The store is sound: %1 operations, %2 evidence files.</source>
        <translation>数据完好：%1 条操作，%2 个附件。</translation>
    </message>
    <message>
        <source>The store is damaged. Restore the newest backup to another file and compare.</source>
        <translation>数据已损坏。请将最新备份恢复到另一个文件后比对。</translation>
    </message>
    <message>
        <source>Folded %1 operations anew in %2 s.</source>
        <translation>已重新推算 %1 条操作，用时 %2 秒。</translation>
    </message>
    <message>
        <source>The records are the same as before.</source>
        <translation>记录与之前完全一致。</translation>
    </message>
    <message>
        <source>The records differ from before: they had been damaged and are right again.</source>
        <translation>记录与之前不同：原先已损坏，现已更正。</translation>
    </message>
    <message>
        <source>Name the file of the copy, or ask for the one of today by --daily.</source>
        <translation>请给出备份文件名，或用 --daily 生成当日备份。</translation>
    </message>
    <message>
        <source>Copied and checked: %1</source>
        <translation>已备份并校验：%1</translation>
    </message>
    <message>
        <source>Restored and checked: %1</source>
        <translation>已恢复并校验：%1</translation>
    </message>
    <message>
        <source>Make a new store, empty or with the sample plant.</source>
        <translation>新建数据文件，空白或含示例工厂。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the plant.</source>
        <translation>工厂名称。</translation>
    </message>
    <message>
        <source>Fill it with the sample plant.</source>
        <translation>填入示例工厂。</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>How many hazards the sample has; 1200 unless told.</source>
        <translation>示例的隐患数，默认 1200。</translation>
    </message>
    <message>
        <source>Equal numbers make equal samples; 1 unless told.</source>
        <translation>相同的数字生成相同的示例，默认 1。</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What is in a store.</source>
        <translation>查看数据文件的内容。</translation>
    </message>
    <message>
        <source>Look for damage in database, log and evidence files.</source>
        <translation>检查数据库、操作日志和附件是否损坏。</translation>
    </message>
    <message>
        <source>Fold the whole log into fresh records.</source>
        <translation>由全部操作日志重新生成记录。</translation>
    </message>
    <message>
        <source>Copy a store with its evidence files and check the copy.</source>
        <translation>备份数据文件及附件，并校验备份。</translation>
    </message>
    <message>
        <source>The copy of today beside the store; the newest seven are kept.</source>
        <translation>在数据文件旁生成当日备份，保留最近七份。</translation>
    </message>
    <message>
        <source>Make a store again out of a copy.</source>
        <translation>由备份恢复数据文件。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>“%1” is not an amount of yuan.</source>
        <translation>“%1”不是金额（元）。</translation>
    </message>
    <message>
        <source>Nothing of the plan is named. Give at least one of its five parts.</source>
        <translation>没有给出治理方案内容。请至少给出“五落实”中的一项。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Category: code or label.</source>
        <translation>隐患类别：代码或名称。</translation>
    </message>
    <message>
        <source>Response colour: red, orange, yellow, blue.</source>
        <translation>响应颜色：red 红、orange 橙、yellow 黄、blue 蓝。</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>What it costs.</source>
        <translation>整改资金。</translation>
    </message>
    <message>
        <source>area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Name, code or full name of an area.</source>
        <translation>区域的名称、代码或完整名称。</translation>
    </message>
    <message>
        <source>Report a hazard.</source>
        <translation>上报隐患。</translation>
    </message>
    <message>
        <source>What was found.</source>
        <translation>发现的问题。</translation>
    </message>
    <message>
        <source>The day; today unless told.</source>
        <translation>日期，默认今天。</translation>
    </message>
    <message>
        <source>Who found it; who works unless told.</source>
        <translation>发现人，默认操作人。</translation>
    </message>
    <message>
        <source>Code of the machine.</source>
        <translation>设备编号。</translation>
    </message>
    <message>
        <source>Where, in words.</source>
        <translation>部位（文字）。</translation>
    </message>
    <message>
        <source>Kind of check: code or label.</source>
        <translation>排查类型：代码或名称。</translation>
    </message>
    <message>
        <source>What was done at once.</source>
        <translation>临时防范措施。</translation>
    </message>
    <message>
        <source>A remark.</source>
        <translation>备注。</translation>
    </message>
    <message>
        <source>Keep it as a draft.</source>
        <translation>存为草稿。</translation>
    </message>
    <message>
        <source>Grade a hazard.</source>
        <translation>隐患分级。</translation>
    </message>
    <message>
        <source>general or major.</source>
        <translation>general 一般，major 重大。</translation>
    </message>
    <message>
        <source>The clause it breaks.</source>
        <translation>判定依据（法规条款）。</translation>
    </message>
    <message>
        <source>It was there before.</source>
        <translation>重复隐患。</translation>
    </message>
    <message>
        <source>Give a hazard to somebody.</source>
        <translation>派发隐患。</translation>
    </message>
    <message>
        <source>Who is responsible.</source>
        <translation>责任人。</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Day or time; from the colour unless told.</source>
        <translation>整改期限，默认按响应颜色。</translation>
    </message>
    <message>
        <source>Responsible unit; that of the person unless told.</source>
        <translation>责任部门，默认责任人所在部门。</translation>
    </message>
    <message>
        <source>Who supervises.</source>
        <translation>督办人。</translation>
    </message>
    <message>
        <source>What is asked for.</source>
        <translation>整改要求。</translation>
    </message>
    <message>
        <source>Settle the treatment plan of a major hazard.</source>
        <translation>落实重大隐患治理方案（五落实）。</translation>
    </message>
    <message>
        <source>Measures: evidence.</source>
        <translation>措施落实：依据。</translation>
    </message>
    <message>
        <source>Responsibility: evidence.</source>
        <translation>责任落实：依据。</translation>
    </message>
    <message>
        <source>Funds: evidence.</source>
        <translation>资金落实：依据。</translation>
    </message>
    <message>
        <source>Time limit: evidence.</source>
        <translation>时限落实：依据。</translation>
    </message>
    <message>
        <source>Emergency plan: evidence.</source>
        <translation>预案落实：依据。</translation>
    </message>
    <message>
        <source>Start the rectification.</source>
        <translation>开始整改。</translation>
    </message>
    <message>
        <source>Submit it for review.</source>
        <translation>提交复核。</translation>
    </message>
    <message>
        <source>What was done.</source>
        <translation>整改措施。</translation>
    </message>
    <message>
        <source>Who rectified it; who works unless told.</source>
        <translation>整改人，默认操作人。</translation>
    </message>
    <message>
        <source>Pass the review, or return it.</source>
        <translation>复核通过或退回。</translation>
    </message>
    <message>
        <source>It is not in order yet.</source>
        <translation>复核不通过，退回整改。</translation>
    </message>
    <message>
        <source>What was seen.</source>
        <translation>复核意见。</translation>
    </message>
    <message>
        <source>Archive a closed hazard.</source>
        <translation>归档已关闭的隐患。</translation>
    </message>
    <message>
        <source>Add a comment.</source>
        <translation>添加评论。</translation>
    </message>
    <message>
        <source>The comment.</source>
        <translation>评论内容。</translation>
    </message>
    <message>
        <source>All facts and the history of a hazard.</source>
        <translation>隐患的全部信息和经过。</translation>
    </message>
    <message>
        <source>There is no hazard “%1”. “anlanctl ledger list” shows the numbers.</source>
        <translation>没有隐患“%1”。“anlanctl ledger list”列出编号。</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>%1 of %2 shown; --limit shows more.</source>
        <translation>显示 %1 条，共 %2 条；用 --limit 显示更多。</translation>
    </message>
    <message>
        <source>%1: the name has to end in .xlsx, .csv or .pdf.</source>
        <translation>%1：文件名须以 .xlsx、.csv 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>Wrote %1: %2 hazards.</source>
        <translation>已写出 %1：%2 条隐患。</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Only in this state; several with a comma between.</source>
        <translation>只列出此状态，多个用逗号分隔。</translation>
    </message>
    <message>
        <source>What stands in number, description, place or measure.</source>
        <translation>编号、描述、部位或措施中的文字。</translation>
    </message>
    <message>
        <source>Found on this day or later.</source>
        <translation>排查日期不早于。</translation>
    </message>
    <message>
        <source>Found on this day or earlier.</source>
        <translation>排查日期不晚于。</translation>
    </message>
    <message>
        <source>Only those that need somebody to act.</source>
        <translation>只列出未关闭的。</translation>
    </message>
    <message>
        <source>Only those past their deadline.</source>
        <translation>只列出超期的。</translation>
    </message>
    <message>
        <source>The oldest first.</source>
        <translation>最早的在前。</translation>
    </message>
    <message>
        <source>Write the ledger to a file.</source>
        <translation>导出台账。</translation>
    </message>
    <message>
        <source>The ledger of hazards as the law asks for it.</source>
        <translation>《隐患排查治理台账》。</translation>
    </message>
    <message>
        <source>The hazards, newest first.</source>
        <translation>列出隐患，最新的在前。</translation>
    </message>
    <message>
        <source>At most so many; 100 unless told.</source>
        <translation>最多条数，默认 100。</translation>
    </message>
    <message>
        <source>Take back what you did last.</source>
        <translation>撤销自己最近一次操作。</translation>
    </message>
    <message>
        <source>There is no role “%1”. There are: %2.</source>
        <translation>没有角色“%1”。可用：%2。</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>已添加：%1</translation>
    </message>
    <message>
        <source>What stands in a name, code or number.</source>
        <translation>名称、编号或工号中的文字。</translation>
    </message>
    <message>
        <source>The name.</source>
        <translation>名称。</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Role: worker, team_leader, safety_officer ...</source>
        <translation>角色：worker 员工、team_leader 班组长、safety_officer 安全员……</translation>
    </message>
    <message>
        <source>The code on its sign.</source>
        <translation>编号。</translation>
    </message>
    <message>
        <source>The people of the plant.</source>
        <translation>列出人员。</translation>
    </message>
    <message>
        <source>Also those who have left.</source>
        <translation>包括已离职人员。</translation>
    </message>
    <message>
        <source>Add a person.</source>
        <translation>添加人员。</translation>
    </message>
    <message>
        <source>Under which the person works here.</source>
        <translation>登录名。</translation>
    </message>
    <message>
        <source>Employee number.</source>
        <translation>工号。</translation>
    </message>
    <message>
        <source>Telephone number.</source>
        <translation>电话。</translation>
    </message>
    <message>
        <source>The areas of the plant.</source>
        <translation>列出区域。</translation>
    </message>
    <message>
        <source>Add an area.</source>
        <translation>添加区域。</translation>
    </message>
    <message>
        <source>The area it is part of.</source>
        <translation>上级区域。</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>What it is.</source>
        <translation>区域种类。</translation>
    </message>
    <message>
        <source>The machines of the plant.</source>
        <translation>列出设备。</translation>
    </message>
    <message>
        <source>Add a machine.</source>
        <translation>添加设备。</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kind of machine, such as 冲床.</source>
        <translation>设备类型，例如 冲床。</translation>
    </message>
    <message>
        <source>Where in the area it stands.</source>
        <translation>在区域内的位置。</translation>
    </message>
    <message>
        <source>Login or id of the person responsible.</source>
        <translation>责任人的登录名或编号。</translation>
    </message>
    <message>
        <source>Sheet %1, rows %2 to %3: read %4, taken over %5, known already %6, left out %7.</source>
        <translation>工作表 %1，第 %2 至 %3 行：读取 %4，导入 %5，重复 %6，未导入 %7。</translation>
    </message>
    <message>
        <source>Only tried: nothing was written.</source>
        <translation>仅为试运行，未写入任何内容。</translation>
    </message>
    <message>
        <source>Take over a ledger out of a spreadsheet.</source>
        <translation>导入表格中的台账。</translation>
    </message>
    <message>
        <source>The sheet; the most likely one unless told.</source>
        <translation>工作表，默认最像台账的一张。</translation>
    </message>
    <message>
        <source>JSON file that says which column is which field.</source>
        <translation>指明各列对应字段的 JSON 文件。</translation>
    </message>
    <message>
        <source>Only try; write nothing.</source>
        <translation>只试不写。</translation>
    </message>
    <message>
        <source>The sample ends in the night before this day; today unless told.</source>
        <translation>示例截止到该日零点，默认今天。</translation>
    </message>
    <message>
        <source>This hazard has no open conflict “%1”. “anlanctl hazard conflicts” shows them.</source>
        <translation>该隐患没有待处理的冲突“%1”。可用 “anlanctl hazard conflicts” 查看。</translation>
    </message>
    <message>
        <source>A photo; may be given several times.</source>
        <translation>照片，可多次给出。</translation>
    </message>
    <message>
        <source>What two people did that somebody has to decide.</source>
        <translation>两人各自修改、需要有人决定的内容。</translation>
    </message>
    <message>
        <source>Decide a conflict.</source>
        <translation>处理一条冲突。</translation>
    </message>
    <message>
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Which one; see “hazard conflicts”.</source>
        <translation>哪一条，见 “hazard conflicts”。</translation>
    </message>
    <message>
        <source>side</source>
        <translation>取舍</translation>
    </message>
    <message>
        <source>What stands now, or the other.</source>
        <translation>保留现值，或采用另一个值。</translation>
    </message>
    <message>
        <source>%1: nothing has to be decided.</source>
        <translation>%1：没有待处理的冲突。</translation>
    </message>
    <message>
        <source>The other: %1, %2</source>
        <translation>另一个值：%1，%2</translation>
    </message>
    <message>
        <source>%1: now “%2”, the other “%3”</source>
        <translation>%1：现为“%2”，另一个为“%3”</translation>
    </message>
    <message>
        <source>Nothing was taken back of: %1</source>
        <translation>以下操作没有内容可撤销：%1</translation>
    </message>
    <message>
        <source>Taken back in part: %1</source>
        <translation>已部分撤销：%1</translation>
    </message>
    <message>
        <source>What stays as it is:</source>
        <translation>保持不变的内容：</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>%1 columns cannot stand side by side on this paper. Choose fewer columns or larger paper, or save as Excel.</source>
        <translation>这种纸放不下 %1 列。请减少列数、改用更大的纸张，或另存为 Excel。</translation>
    </message>
    <message>
        <source>The document could not be written into %1: the disk is full or cannot be reached. Choose another folder.</source>
        <translation>无法将文件写入 %1：磁盘已满或无法访问。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The document cannot be written into %1. Choose a folder that exists and that you may write to.</source>
        <translation>文件不能写入 %1。请选择存在且有写入权限的文件夹。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>… (cut here: a cell of Excel holds no more)</source>
        <translation>…（此处截断：Excel 单元格容量已满）</translation>
    </message>
    <message>
        <source>No records.</source>
        <translation>无记录。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Made by %1 at %2</source>
        <translation>制表人：%1&#x3000;制表时间：%2</translation>
    </message>
    <message>
        <source>Made at %1</source>
        <translation>制表时间：%1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页&#x3000;共 %2 页</translation>
    </message>
    <message>
        <source>〓 stands for characters that no font of this computer can show: %1.</source>
        <translation>“〓”代表本机字库缺少的字符：%1。</translation>
    </message>
    <message>
        <source>Printing needs a program that can load fonts.</source>
        <translation>打印需要能够加载字体的程序环境。</translation>
    </message>
    <message>
        <source>The font %1 is missing, and without it Chinese pages come out wrong. Install the package fonts-wqy-microhei and try again.</source>
        <translation>缺少字体 %1，没有它中文页面会出错。请安装软件包 fonts-wqy-microhei 后重试。</translation>
    </message>
    <message>
        <source>The pages could not be kept in the folder for temporary files. Make room on the disk and try again.</source>
        <translation>页面无法存入临时文件夹。请清理磁盘空间后重试。</translation>
    </message>
    <message>
        <source>A sheet of Excel holds %1 columns. Choose fewer columns.</source>
        <translation>Excel 工作表最多 %1 列。请减少列数。</translation>
    </message>
    <message>
        <source>A sheet of Excel holds %1 rows, and this report has more. Narrow the filter or save in parts.</source>
        <translation>Excel 工作表最多 %1 行，本报表超出此数。请缩小筛选范围或分批保存。</translation>
    </message>
    <message>
        <source>The printer does not answer. Choose another one, or save as PDF and print that.</source>
        <translation>打印机没有响应。请选择其他打印机，或先另存为 PDF 再打印。</translation>
    </message>
    <message>
        <source>Printing stopped at page %1. Look at the printer and print the rest again.</source>
        <translation>打印在第 %1 页中断。请检查打印机，然后重新打印其余页。</translation>
    </message>
</context>
<context>
    <name>documents::ReportPreview</name>
    <message>
        <source>Print preview: %1</source>
        <translation>打印预览：%1</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>另存为 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>Save as &amp;Excel…</source>
        <translation>另存为 Excel(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation>正在排版</translation>
    </message>
    <message>
        <source>Page preview</source>
        <translation>页面预览</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Laying out %1</source>
        <translation>正在排版：%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ 共 %1 页</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Printing %1</source>
        <translation>正在打印：%1</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存：%1</translation>
    </message>
    <message>
        <source>Save as Excel</source>
        <translation>另存为 Excel</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>hazards</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A condition of a filter: name of the field and its value
----------
field, its new value
----------
name of a fact and its value</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>open only</source>
        <translation>仅未销号</translation>
    </message>
    <message>
        <source>overdue only</source>
        <translation>仅超期</translation>
    </message>
    <message>
        <source>contains “%1”</source>
        <translation>包含“%1”</translation>
    </message>
    <message>
        <source>all hazards</source>
        <translation>全部隐患</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between the conditions of a filter</extracomment>
        <translation>；</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Conflict decided</source>
        <translation>冲突已处理</translation>
    </message>
    <message>
        <source>Step taken back</source>
        <translation>步骤已撤回</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>流转</translation>
    </message>
    <message>
        <source>Something that this version of the program does not know</source>
        <translation>本版本程序无法识别的操作</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1: %2 removed</source>
        <extracomment>field, its old value</extracomment>
        <translation>%1：清除“%2”</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>field, old value, new value</extracomment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>what was done, and its details</extracomment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the items of a list</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派发</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始整改</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交复核</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Second review</source>
        <translation>二次复核</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>认定不属实</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复整改</translation>
    </message>
    <message>
        <source>The second reviewer may not be the first one. Choose somebody else.</source>
        <translation>二次复核人不能是首次复核人，请另选他人。</translation>
    </message>
    <message>
        <source>The reviewer may not be the person responsible for the rectification. Choose somebody else.</source>
        <translation>复核人不能是整改责任人，请另选他人。</translation>
    </message>
    <message>
        <source>The reviewer may not be the person who rectified it. Choose somebody else.</source>
        <translation>复核人不能是整改人，请另选他人。</translation>
    </message>
    <message>
        <source>A major hazard needs its treatment plan before rectification begins. Still missing: %1.</source>
        <translation>重大事故隐患开始整改前必须有治理方案。尚缺：%1。</translation>
    </message>
    <message>
        <source>This hazard was deleted. Restore it first.</source>
        <translation>该隐患已删除，请先恢复。</translation>
    </message>
    <message>
        <source>A hazard that stands at “%1” cannot go to “%2” from there.</source>
        <translation>处于“%1”的隐患不能直接转为“%2”。</translation>
    </message>
    <message>
        <source>Fill in first: %1.</source>
        <translation>请先填写：%1。</translation>
    </message>
    <message>
        <source>A major hazard needs a second review before it is closed.</source>
        <translation>重大事故隐患须经二次复核方可销号。</translation>
    </message>
    <message>
        <source>Only a major hazard has a second review.</source>
        <translation>只有重大事故隐患才需要二次复核。</translation>
    </message>
    <message>
        <source>You rectified this hazard yourself. Somebody else has to review it.</source>
        <translation>该隐患由您本人整改，须由他人复核。</translation>
    </message>
    <message>
        <source>You are responsible for the rectification. Somebody else has to review it.</source>
        <translation>您是整改责任人，须由他人复核。</translation>
    </message>
    <message>
        <source>You made the first review. Somebody else has to make the second one.</source>
        <translation>首次复核由您完成，二次复核须由他人进行。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>隐患描述</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>排查日期</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>排查人</translation>
    </message>
    <message>
        <source>Found by (name in the source)</source>
        <translation>排查人（原台账姓名）</translation>
    </message>
    <message>
        <source>Kind of check</source>
        <translation>排查类型</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>隐患类别</translation>
    </message>
    <message>
        <source>Hazard factor</source>
        <translation>危险有害因素</translation>
    </message>
    <message>
        <source>Possible accident types</source>
        <translation>可能事故类型</translation>
    </message>
    <message>
        <source>Hazard grade</source>
        <translation>隐患等级</translation>
    </message>
    <message>
        <source>Response colour</source>
        <translation>响应颜色</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>判定依据</translation>
    </message>
    <message>
        <source>Photos before</source>
        <translation>整改前照片</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复隐患</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Responsible unit</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>Responsible unit (in the source)</source>
        <translation>责任部门（原台账）</translation>
    </message>
    <message>
        <source>Responsible person</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Responsible person (name in the source)</source>
        <translation>责任人（原台账姓名）</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>整改资金</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Interim measure</source>
        <translation>应急/防范措施</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>督办人</translation>
    </message>
    <message>
        <source>Supervising unit or person</source>
        <translation>督办单位/人</translation>
    </message>
    <message>
        <source>Rectified by</source>
        <translation>整改人</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Photos after</source>
        <translation>整改后照片</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Reviewer (name in the source)</source>
        <translation>复核人（原台账姓名）</translation>
    </message>
    <message>
        <source>Reviewed on</source>
        <translation>复核日期</translation>
    </message>
    <message>
        <source>Review opinion</source>
        <translation>复核意见</translation>
    </message>
    <message>
        <source>Second reviewer</source>
        <translation>二次复核人</translation>
    </message>
    <message>
        <source>Second review on</source>
        <translation>二次复核日期</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>二次复核意见</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>销号日期</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reason of the rejection</source>
        <translation>不属实原因</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Reason of the suspension</source>
        <translation>延期原因</translation>
    </message>
    <message>
        <source>Suspension approved by</source>
        <translation>延期批准人</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Measures settled</source>
        <translation>整改措施落实</translation>
    </message>
    <message>
        <source>Measures: evidence</source>
        <translation>整改措施落实：依据</translation>
    </message>
    <message>
        <source>Responsibility settled</source>
        <translation>整改责任落实</translation>
    </message>
    <message>
        <source>Responsibility: evidence</source>
        <translation>整改责任落实：依据</translation>
    </message>
    <message>
        <source>Funds settled</source>
        <translation>整改资金落实</translation>
    </message>
    <message>
        <source>Funds: evidence</source>
        <translation>整改资金落实：依据</translation>
    </message>
    <message>
        <source>Time limit settled</source>
        <translation>整改时限落实</translation>
    </message>
    <message>
        <source>Time limit: evidence</source>
        <translation>整改时限落实：依据</translation>
    </message>
    <message>
        <source>Emergency plan settled</source>
        <translation>应急预案落实</translation>
    </message>
    <message>
        <source>Emergency plan: evidence</source>
        <translation>应急预案落实：依据</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Layout of the source</source>
        <translation>来源表格格式</translation>
    </message>
    <message>
        <source>Row of the source</source>
        <translation>来源行号</translation>
    </message>
    <message>
        <source>Content of the source row</source>
        <translation>来源行内容</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>复核通过</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>复核退回</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>To be graded</source>
        <translation>待分级</translation>
    </message>
    <message>
        <source>To be dispatched</source>
        <translation>待派发</translation>
    </message>
    <message>
        <source>To be rectified</source>
        <translation>待整改</translation>
    </message>
    <message>
        <source>Being rectified</source>
        <translation>整改中</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>In second review</source>
        <translation>待二次复核</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>复核不通过</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已延期</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>不属实</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>Say what was found: the description is empty.</source>
        <translation>请写明发现了什么：隐患描述为空。</translation>
    </message>
    <message>
        <source>The day it was found (%1) lies in the future.</source>
        <translation>排查日期（%1）不能晚于今天。</translation>
    </message>
    <message>
        <source>Hazard %1 passed</source>
        <translation>隐患 %1 复核通过</translation>
    </message>
    <message>
        <source>Hazard %1 returned</source>
        <translation>隐患 %1 复核退回</translation>
    </message>
    <message>
        <source>Hazard reported: %1</source>
        <translation>上报隐患：%1</translation>
    </message>
    <message>
        <source>Hazard %1 reported</source>
        <translation>上报隐患 %1</translation>
    </message>
    <message>
        <source>Hazard %1 graded</source>
        <translation>隐患 %1 分级</translation>
    </message>
    <message>
        <source>A major hazard needs its legal basis. Name the clause by which it is major.</source>
        <translation>重大事故隐患必须有判定依据，请写明所依据的条款。</translation>
    </message>
    <message>
        <source>A major hazard is always red. Choose red, or grade it as general.</source>
        <translation>重大事故隐患的响应颜色必须为红色。请选择红色，或定为一般事故隐患。</translation>
    </message>
    <message>
        <source>Hazard %1 dispatched</source>
        <translation>隐患 %1 派发</translation>
    </message>
    <message>
        <source>Rectification of hazard %1 started</source>
        <translation>隐患 %1 开始整改</translation>
    </message>
    <message>
        <source>The day of completion (%1) lies in the future.</source>
        <translation>完成日期（%1）不能晚于今天。</translation>
    </message>
    <message>
        <source>Hazard %1 submitted for review</source>
        <translation>隐患 %1 提交复核</translation>
    </message>
    <message>
        <source>Hazard %1 archived</source>
        <translation>隐患 %1 归档</translation>
    </message>
    <message>
        <source>Hazard %1 not confirmed</source>
        <translation>隐患 %1 认定不属实</translation>
    </message>
    <message>
        <source>Hazard %1 merged</source>
        <translation>隐患 %1 合并</translation>
    </message>
    <message>
        <source>Choose the hazard that stays: one that is not deleted, merged or rejected itself.</source>
        <translation>请选择保留的隐患：它本身不能是已删除、已合并或不属实的。</translation>
    </message>
    <message>
        <source>A hazard cannot be merged into itself. Choose the one that stays.</source>
        <translation>隐患不能合并到自身，请选择保留的那一条。</translation>
    </message>
    <message>
        <source>Hazard %1 suspended</source>
        <translation>隐患 %1 延期</translation>
    </message>
    <message>
        <source>Name the new deadline. It has to lie in the future.</source>
        <translation>请填写新的整改期限，且必须晚于现在。</translation>
    </message>
    <message>
        <source>Hazard %1 resumed</source>
        <translation>隐患 %1 恢复整改</translation>
    </message>
    <message>
        <source>Say what happened: the description is empty.</source>
        <translation>请写明事故经过：描述为空。</translation>
    </message>
    <message>
        <source>Incident added: %1</source>
        <translation>新增事故：%1</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事故</translation>
    </message>
    <message>
        <source>Occurred on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>事故等级</translation>
    </message>
    <message>
        <source>Potential level</source>
        <translation>潜在等级</translation>
    </message>
    <message>
        <source>Accident type</source>
        <translation>事故类型</translation>
    </message>
    <message>
        <source>Injured party</source>
        <translation>受伤人员类别</translation>
    </message>
    <message>
        <source>Critical risk</source>
        <translation>关键风险</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>隐患编号</translation>
    </message>
    <message>
        <source>Cost (yuan)</source>
        <translation>整改资金（元）</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>排查</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Kind of check, found by</source>
        <translation>排查类型、排查人</translation>
    </message>
    <message>
        <source>Area, place, equipment</source>
        <translation>区域、部位、设备</translation>
    </message>
    <message>
        <source>Category, possible accidents</source>
        <translation>隐患类别、可能事故</translation>
    </message>
    <message>
        <source>Grade, legal basis</source>
        <translation>等级、判定依据</translation>
    </message>
    <message>
        <source>Measure, interim measure</source>
        <translation>整改措施、防范措施</translation>
    </message>
    <message>
        <source>Interim</source>
        <translation>防范</translation>
    </message>
    <message>
        <source>Responsible unit, person</source>
        <translation>责任部门、责任人</translation>
    </message>
    <message>
        <source>Photos before, after</source>
        <translation>照片（前/后）</translation>
    </message>
    <message>
        <source>Reviewer, day</source>
        <translation>复核人、日期</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>复核意见</translation>
    </message>
    <message>
        <source>State, closed on</source>
        <translation>状态、销号日期</translation>
    </message>
    <message>
        <source>Supervision, remark</source>
        <translation>督办、备注</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Ledger of hazard investigation and treatment</source>
        <translation>隐患排查治理台账</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>统计期间</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>自建账起</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>Hazards</source>
        <translation>隐患数</translation>
    </message>
    <message>
        <source>No hazard fits these conditions.</source>
        <translation>没有符合条件的隐患。</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>编制</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it as 2026-03-31.</source>
        <translation>“%1”不是日期，请按 2026-03-31 的格式填写。</translation>
    </message>
    <message>
        <source>“%1” is not a deadline. Write a day (2026-03-31), or a day and a time.</source>
        <translation>“%1”不是有效期限，请填写日期（2026-03-31），或日期加时间。</translation>
    </message>
    <message>
        <source>The deadline (%1) lies before the day it was found (%2).</source>
        <translation>整改期限（%1）早于排查日期（%2）。</translation>
    </message>
    <message>
        <source>%1 lies before “%2” (%3).</source>
        <extracomment>day, field of the record, its day</extracomment>
        <translation>%1 早于“%2”（%3）。</translation>
    </message>
    <message>
        <source>“%1” is not known here. Choose one of: %2.</source>
        <translation>无法识别“%1”，请从以下选择：%2。</translation>
    </message>
    <message>
        <source>The person named is not among the active people of this plant. Choose somebody else.</source>
        <translation>所填人员不在本厂在职人员中，请另选他人。</translation>
    </message>
    <message>
        <source>This hazard is not in this store.</source>
        <translation>本数据库中没有该隐患。</translation>
    </message>
    <message>
        <source>Hazard changed</source>
        <translation>修改隐患</translation>
    </message>
    <message>
        <source>The comment is empty.</source>
        <translation>跟进记录为空。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>“%1” holds no photos.</source>
        <translation>“%1”不是照片字段。</translation>
    </message>
    <message>
        <source>Photos added</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Say why the hazard is deleted.</source>
        <translation>请写明删除该隐患的原因。</translation>
    </message>
    <message>
        <source>Hazard deleted</source>
        <translation>删除隐患</translation>
    </message>
    <message>
        <source>This names no person. It is kept as text.</source>
        <translation>这不是人名，按文字保留。</translation>
    </message>
    <message>
        <source>Several people of this plant have this name. It is kept as text.</source>
        <translation>本厂有多人同名，按文字保留。</translation>
    </message>
    <message>
        <source>Several people are named. The first one known to the plant was entered, all names are kept as text.</source>
        <translation>写了多个人，已登记其中第一个本厂人员，全部姓名按文字保留。</translation>
    </message>
    <message>
        <source>Nobody of this name is known to the plant. It is kept as text, here and in further rows.</source>
        <translation>本厂人员中没有此人，本行及其他各行均按文字保留。</translation>
    </message>
    <message>
        <source>No area of the plant has this name. It is kept as text, here and in further rows.</source>
        <translation>本厂没有此名称的单位或区域，本行及其他各行均按文字保留。</translation>
    </message>
    <message>
        <source>No equipment of the plant has this code or name. It is kept in a field of its own, here and in further rows.</source>
        <translation>本厂没有此编号或名称的设备，本行及其他各行均存入自定义字段。</translation>
    </message>
    <message>
        <source>The level %1 is none of those that the ledger itself defines (%2 to %3).</source>
        <translation>等级 %1 不在台账自己规定的范围（%2 至 %3）内。</translation>
    </message>
    <message>
        <source>The ledger does not say what level %1 means. The grade is left blank, here and in further rows.</source>
        <translation>台账没有说明 %1 级是什么意思，本行及其他各行的隐患等级留空。</translation>
    </message>
    <message>
        <source>The ledger says that level %1 means “%2”; it was taken for the grade “%3”, here and in further rows.</source>
        <translation>台账说明 %1 级为“%2”，本行及其他各行均按“%3”登记。</translation>
    </message>
    <message>
        <source>The law knows general and major hazards; this was taken for “%1”, here and in further rows.</source>
        <translation>法规只分一般和重大事故隐患，本行及其他各行均按“%1”登记。</translation>
    </message>
    <message>
        <source>The reference table of this field has no such word. It is kept in a field of its own, here and in further rows.</source>
        <translation>该字段的代码表中没有这个词，本行及其他各行均存入自定义字段。</translation>
    </message>
    <message>
        <source>No accident type in force on that day is called “%1”. The word is kept as it stands, here and in further rows.</source>
        <translation>当日有效的事故类型中没有“%1”，本行及其他各行均按原文保留。</translation>
    </message>
    <message>
        <source>Day and month were taken in the order of the other rows of the column.</source>
        <translation>日与月的先后按该列其他各行的写法判定。</translation>
    </message>
    <message>
        <source>The deadline “%1” was counted from the day it was found.</source>
        <translation>整改期限“%1”自发现之日起算。</translation>
    </message>
    <message>
        <source>The head of the sheet says it for all rows; it was entered in every record.</source>
        <translation>表头对全部各行作了说明，已写入每条记录。</translation>
    </message>
    <message>
        <source>These are accidents that happened, to judge by: %1</source>
        <translation>判定为已发生的事故，依据：%1</translation>
    </message>
    <message>
        <source>These are hazards, to judge by: %1</source>
        <translation>判定为隐患，依据：%1</translation>
    </message>
    <message>
        <source>Nothing says that these are accidents, so they are taken for hazards.</source>
        <translation>没有内容表明是事故，按隐患处理。</translation>
    </message>
    <message>
        <source>The row holds a number and nothing else.</source>
        <translation>该行只有一个数字。</translation>
    </message>
    <message>
        <source>The row is a total.</source>
        <translation>该行是合计。</translation>
    </message>
    <message>
        <source>The row is a heading between the rows.</source>
        <translation>该行是表中的小标题。</translation>
    </message>
    <message>
        <source>The row is a note.</source>
        <translation>该行是说明。</translation>
    </message>
    <message>
        <source>The row repeats the headings.</source>
        <translation>该行重复了表头。</translation>
    </message>
    <message>
        <source>The row is an example of how to fill in the ledger.</source>
        <translation>该行是填写示例。</translation>
    </message>
    <message>
        <source>Kept in a field of its own</source>
        <translation>存入自定义字段</translation>
    </message>
    <message>
        <source>Kept as text</source>
        <translation>按文字保留</translation>
    </message>
    <message>
        <source>Taken, but not as it stands</source>
        <translation>已换算登记</translation>
    </message>
    <message>
        <source>Worked out</source>
        <translation>推断得出</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>留空</translation>
    </message>
    <message>
        <source>Taken, to be looked at</source>
        <translation>已登记，请核对</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>So many further judgements are not named one by one.</source>
        <translation>另有这么多处判断未逐一列出。</translation>
    </message>
    <message>
        <source>%1 has no sheet “%2”. Its sheets are: %3</source>
        <translation>%1 中没有工作表“%2”，现有工作表：%3</translation>
    </message>
    <message>
        <source>You chose it.</source>
        <translation>由您指定。</translation>
    </message>
    <message>
        <source>A ledger cannot be taken over as “%1”.</source>
        <translation>台账不能导入为“%1”。</translation>
    </message>
    <message>
        <source>Same content as row</source>
        <translation>与此行内容相同</translation>
    </message>
    <message>
        <source>The row has the same content as row %1. Both are kept; this one is marked.</source>
        <translation>该行内容与第 %1 行相同，两行都保留，本行已作标记。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was taken over.</source>
        <translation>已停止，未导入任何内容。</translation>
    </message>
    <message>
        <source>Ledger %1 taken over</source>
        <translation>导入台账 %1</translation>
    </message>
    <message>
        <source>The heading says so.</source>
        <translation>按列名判定。</translation>
    </message>
    <message>
        <source>The heading sounds like it.</source>
        <translation>列名相近。</translation>
    </message>
    <message>
        <source>The values look like it.</source>
        <translation>按列中内容判定。</translation>
    </message>
    <message>
        <source>The mapping names the column “%1”, which the ledger does not have.</source>
        <translation>对应关系中的列“%1”在台账中不存在，请改正列名。</translation>
    </message>
    <message>
        <source>The mapping sends the column “%1” to the field “%2”, which does not exist or cannot be taken from a ledger.</source>
        <translation>对应关系把列“%1”指向字段“%2”，该字段不存在或不能从台账导入。</translation>
    </message>
    <message>
        <source>The mapping sends two columns to the field “%1”.</source>
        <translation>对应关系把两列指向同一字段“%1”。</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>%1 列</translation>
    </message>
    <message>
        <source>No field fits; the values are kept in a field of their own.</source>
        <translation>没有合适的字段，内容存入自定义字段。</translation>
    </message>
    <message>
        <source>The mapping file %1 cannot be opened: %2.</source>
        <translation>无法打开对应关系文件 %1：%2。</translation>
    </message>
    <message>
        <source>The mapping file %1 has another form than {&quot;column&quot;: &quot;field&quot;} or {&quot;entity&quot;: &quot;incident&quot;, &quot;columns&quot;: {&quot;column&quot;: &quot;field&quot;}}.</source>
        <translation>对应关系文件 %1 的格式不对，应为 {&quot;column&quot;: &quot;field&quot;} 或 {&quot;entity&quot;: &quot;incident&quot;, &quot;columns&quot;: {&quot;column&quot;: &quot;field&quot;}}。</translation>
    </message>
    <message>
        <source>A date stands in a column that holds none. It was not moved.</source>
        <translation>该列不应填日期，却填了日期；未改动位置。</translation>
    </message>
    <message>
        <source>A state stands in a column that holds none. It was not moved.</source>
        <translation>该列不应填状态，却填了状态；未改动位置。</translation>
    </message>
    <message>
        <source>A level stands in a column that holds none. It was not moved.</source>
        <translation>该列不应填等级，却填了等级；未改动位置。</translation>
    </message>
    <message>
        <source>A date stands in a column of texts.</source>
        <translation>文字列中填了日期。</translation>
    </message>
    <message>
        <source>The amount is too large.</source>
        <translation>金额过大。</translation>
    </message>
    <message>
        <source>This is neither yes nor no.</source>
        <translation>既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>The cell is blank, while most rows have a value.</source>
        <translation>该格为空，而多数行都有内容。</translation>
    </message>
    <message>
        <source>No state is called so. It was taken for “%1”, here and in further rows.</source>
        <translation>没有这个状态，本行及其他各行均按“%1”登记。</translation>
    </message>
    <message>
        <source>The ledger has no column for the state. It follows from the other columns of each row; here: “%1”.</source>
        <translation>台账没有状态列，各行状态由其他各列推断，本行为“%1”。</translation>
    </message>
    <message>
        <source>The state is blank. By the other columns it is “%1”.</source>
        <translation>状态为空，由其他各列推断为“%1”。</translation>
    </message>
    <message>
        <source>This is no known state. By the other columns it is “%1”.</source>
        <translation>状态无法识别，由其他各列推断为“%1”。</translation>
    </message>
    <message>
        <source>A major hazard always has the response colour red.</source>
        <translation>重大事故隐患的响应颜色一律为红色。</translation>
    </message>
    <message>
        <source>The deadline is before the day it was found.</source>
        <translation>整改期限早于发现日期。</translation>
    </message>
    <message>
        <source>This day is before the day it was found.</source>
        <translation>该日期早于发现日期。</translation>
    </message>
    <message>
        <source>This day is after the deadline (%1).</source>
        <translation>该日期超过整改期限（%1）。</translation>
    </message>
    <message>
        <source>The level of the accident is above its potential level.</source>
        <translation>事故等级高于潜在等级。</translation>
    </message>
    <message>
        <source>Closed, but no day of completion, review or closing.</source>
        <translation>已关闭，但没有完成、复核或销号日期。</translation>
    </message>
    <message>
        <source>Closed, but the ledger names no day of completion, review or closing, here and in further rows.</source>
        <translation>已关闭，但台账没有完成、复核或销号日期，本行及其他各行均如此。</translation>
    </message>
    <message>
        <source>Said to be open, but there is a day of completion.</source>
        <translation>状态为未完成，却有完成日期。</translation>
    </message>
    <message>
        <source>Preparing the hazard ledger</source>
        <translation>正在准备隐患台账</translation>
    </message>
    <message>
        <source>Print the ledger</source>
        <translation>打印台账</translation>
    </message>
    <message>
        <source>Taking back the last action</source>
        <translation>正在撤销上一步操作</translation>
    </message>
    <message>
        <source>Take back my last action</source>
        <translation>撤销我的上一步操作</translation>
    </message>
    <message>
        <source>%1 is larger than %2. Choose a smaller photo.</source>
        <translation>%1 超过 %2，请选择较小的照片。</translation>
    </message>
    <message>
        <source>%1 is no picture that can be shown. Choose a JPEG or PNG file.</source>
        <translation>%1 不是可显示的图片，请选择 JPEG 或 PNG 文件。</translation>
    </message>
    <message>
        <source>The photo %1 cannot be read. Remove it, or choose it again.</source>
        <translation>照片 %1 无法读取，请移除或重新选择。</translation>
    </message>
    <message>
        <source>Reading people, areas and equipment</source>
        <translation>正在读取人员、区域和设备</translation>
    </message>
    <message>
        <source>Reading the hazard</source>
        <translation>正在读取隐患</translation>
    </message>
    <message>
        <source>This version of the program cannot apply it. Keep what stands.</source>
        <translation>本版本程序无法采用该内容，请保留现值。</translation>
    </message>
    <message>
        <source>From “%1” no step leads to “%2” any more. Keep what stands; what was entered stays in the history.</source>
        <extracomment>where the hazard stands, where the step led</extracomment>
        <translation>从“%1”已不能进入“%2”。请保留现状；所填内容仍在历史中。</translation>
    </message>
    <message>
        <source>Step from “%1” to “%2”</source>
        <extracomment>a step: from one state to another</extracomment>
        <translation>从“%1”到“%2”的步骤</translation>
    </message>
    <message>
        <source>Late change</source>
        <translation>销号后的修改</translation>
    </message>
    <message>
        <source>Change of a deleted hazard</source>
        <translation>对已删除隐患的修改</translation>
    </message>
    <message>
        <source>The reviewer is the person who rectified the hazard or is responsible for it.</source>
        <translation>复核人就是整改人或责任人。</translation>
    </message>
    <message>
        <source>The workflow knows no such step.</source>
        <translation>流程中没有这一步。</translation>
    </message>
    <message>
        <source>Somebody else deleted this hazard meanwhile.</source>
        <translation>此间有人删除了这条隐患。</translation>
    </message>
    <message>
        <source>Somebody else moved this hazard to “%1” meanwhile.</source>
        <translation>此间有人已把这条隐患转为“%1”。</translation>
    </message>
    <message>
        <source>It was changed by somebody who had not seen that it was closed. The change waits.</source>
        <translation>修改人当时不知道它已销号，该修改等待处理。</translation>
    </message>
    <message>
        <source>It was changed by somebody who had not seen that it was deleted.</source>
        <translation>修改人当时不知道它已被删除。</translation>
    </message>
    <message>
        <source>Two people changed it without having seen the change of the other.</source>
        <translation>两人互不知情地作了修改。</translation>
    </message>
    <message>
        <source>This change could not be applied.</source>
        <translation>该修改无法采用。</translation>
    </message>
    <message>
        <source>Conflict of hazard %1 decided</source>
        <translation>处理隐患 %1 的冲突</translation>
    </message>
    <message>
        <source>This conflict is already decided.</source>
        <translation>此冲突已经处理过。</translation>
    </message>
    <message>
        <source>Only of two texts one can be made. Keep what stands, or take the other.</source>
        <translation>只有文字可以合并。请保留现值，或采用另一个值。</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>文字为空。</translation>
    </message>
    <message>
        <source>The rows could not be kept in a temporary file. Check that there is room on the disk, then try again.</source>
        <translation>无法把数据行暂存到临时文件。请检查磁盘空间后重试。</translation>
    </message>
    <message>
        <source>“%1” may not be empty while the hazard stands at “%2”. Write another value instead.</source>
        <extracomment>field, state</extracomment>
        <translation>隐患处于“%2”时“%1”不能为空，请改填其他值。</translation>
    </message>
    <message>
        <source>“%1” may only be lowered by somebody who has the hazard in front of them. Open it first.</source>
        <translation>降低“%1”须先打开该隐患查看。</translation>
    </message>
    <message>
        <source>“%1” was raised since you looked at this hazard. Look at it again before you lower it.</source>
        <translation>您查看之后“%1”已被调高，请重新查看后再降低。</translation>
    </message>
    <message>
        <source>%1 Your step was not taken. What you entered is kept under the conflicts of the hazard.</source>
        <translation>%1您的这一步没有生效，所填内容保存在该隐患的冲突中。</translation>
    </message>
    <message>
        <source>Nothing was taken back of “%1”.
%2</source>
        <translation>“%1”未能撤销。
%2</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>“%1” was taken back, except for what somebody changed later:
%2</source>
        <translation>“%1”已撤销，但他人后来修改的内容除外：
%2</translation>
    </message>
</context>
<context>
    <name>hazards::CodeButtons</name>
    <message>
        <source>&amp;%1 %2</source>
        <extracomment>a choice and the number that chooses it with Alt</extracomment>
        <translation>%2(&amp;%1)</translation>
    </message>
</context>
<context>
    <name>hazards::ConfirmDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>The draft becomes a reported hazard and waits to be graded.</source>
        <translation>草稿将正式上报，等待分级。</translation>
    </message>
    <message>
        <source>Rectification begins.</source>
        <translation>开始整改。</translation>
    </message>
    <message>
        <source>Rectification begins. It has to be done by %1.</source>
        <translation>开始整改，须在 %1 前完成。</translation>
    </message>
    <message>
        <source>The hazard is put away. It can still be read, found and printed.</source>
        <translation>隐患将归档，仍可查看、检索和打印。</translation>
    </message>
    <message>
        <source>The hazard is closed as not confirmed. The person who reported it can read why.</source>
        <translation>隐患将按“不属实”关闭，上报人可以看到理由。</translation>
    </message>
    <message>
        <source>The hazard goes back to the person responsible.</source>
        <translation>隐患将交回责任人继续整改。</translation>
    </message>
    <message>
        <source>Reading the hazard again</source>
        <translation>正在重新读取隐患</translation>
    </message>
    <message>
        <source>Say why the hazard is not confirmed.</source>
        <translation>请填写不属实的理由。</translation>
    </message>
</context>
<context>
    <name>hazards::ConflictList</name>
    <message>
        <source>%1, %2</source>
        <extracomment>person, day and time</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>另一个值</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>保留现值</translation>
    </message>
    <message>
        <source>Take the other</source>
        <translation>采用另一个值</translation>
    </message>
    <message>
        <source>Edit both</source>
        <translation>合并修改</translation>
    </message>
    <message>
        <source>One text made of both</source>
        <translation>由两者合成的文字</translation>
    </message>
    <message>
        <source>Save this text</source>
        <translation>保存此文字</translation>
    </message>
</context>
<context>
    <name>hazards::DispatchDialog</name>
    <message>
        <source>Working out the usual deadline</source>
        <translation>正在计算默认整改期限</translation>
    </message>
    <message>
        <source>Proposed for the response colour of this hazard. 23:59 stands for the end of the day.</source>
        <translation>按该隐患的响应等级给出的建议期限。23:59 表示截至当天结束。</translation>
    </message>
    <message>
        <source>Choose who is responsible for the rectification.</source>
        <translation>请选择整改责任人。</translation>
    </message>
    <message>
        <source>The deadline lies in the past.</source>
        <translation>整改期限早于当前时间。</translation>
    </message>
    <message>
        <source>“%1” is no amount of money. Write yuan, such as 1200 or 1200.50.</source>
        <translation>“%1”不是金额。请以元填写，如 1200 或 1200.50。</translation>
    </message>
</context>
<context>
    <name>hazards::Facts</name>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>%1 (overdue)</source>
        <translation>%1（已超期）</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Further fields</source>
        <translation>其他字段</translation>
    </message>
</context>
<context>
    <name>hazards::FieldDelegate</name>
    <message>
        <source>A field of its own</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
</context>
<context>
    <name>hazards::GradeDialog</name>
    <message>
        <source>Choose the grade.</source>
        <translation>请选择隐患等级。</translation>
    </message>
    <message>
        <source>Choose the response colour: it says how fast the hazard has to be answered.</source>
        <translation>请选择响应等级：它决定须多快处置。</translation>
    </message>
    <message>
        <source>“%1” is no accident type. Choose one from the list, or leave it empty.</source>
        <translation>“%1”不是事故类型。请从列表中选择，或留空。</translation>
    </message>
    <message>
        <source>Name the clause by which the hazard is major.</source>
        <translation>请填写判定为重大隐患的条款。</translation>
    </message>
    <message>
        <source>Treatment plan</source>
        <translation>治理方案</translation>
    </message>
    <message>
        <source>Hazard %1 is major. Rectification can begin once its treatment plan with the five assurances is there.</source>
        <translation>隐患 %1 为重大隐患，制定治理方案并做到“五落实”后才能开始整改。</translation>
    </message>
    <message>
        <source>Enter the plan</source>
        <translation>填写治理方案</translation>
    </message>
</context>
<context>
    <name>hazards::HazardListModel</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>排查日期</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>隐患描述</translation>
    </message>
    <message>
        <source>Area / place</source>
        <translation>区域 / 部位</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应颜色</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <comment>a deadline that has passed</comment>
        <translation>%1 已超期</translation>
    </message>
    <message>
        <source>Searching the ledger</source>
        <translation>正在查询台账</translation>
    </message>
    <message>
        <source>Reading a page of the ledger</source>
        <translation>正在读取台账</translation>
    </message>
</context>
<context>
    <name>hazards::HazardPanel</name>
    <message>
        <source>Hazard ledger</source>
        <translation>隐患台账</translation>
    </message>
    <message>
        <source>Search the ledger</source>
        <translation>搜索台账</translation>
    </message>
    <message>
        <source>Search number, text, place, name</source>
        <translation>搜索编号、描述、部位、姓名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Response colour</source>
        <translation>响应颜色</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>全部颜色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未销号</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Report a hazard</source>
        <translation>上报隐患</translation>
    </message>
    <message>
        <source>Take over a ledger</source>
        <translation>导入台账</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Refresh the ledger</source>
        <translation>刷新台账</translation>
    </message>
    <message>
        <source>Report a hazard...</source>
        <translation>上报隐患…</translation>
    </message>
    <message>
        <source>Take over a ledger...</source>
        <translation>导入台账…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>state, number of hazards in it</comment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n hazard(s)</source>
        <translation>
            <numerusform>共 %n 条隐患</numerusform>
        </translation>
    </message>
    <message>
        <source>No hazard fits the filter</source>
        <translation>没有符合条件的隐患</translation>
    </message>
    <message>
        <source>Take back a part of the filter above to see more.</source>
        <translation>放宽上方的筛选条件即可看到更多。</translation>
    </message>
    <message>
        <source>The ledger is empty</source>
        <translation>台账还是空的</translation>
    </message>
    <message>
        <source>Report the first hazard, or take over the ledger you keep in a spreadsheet.</source>
        <translation>上报第一条隐患，或导入您现有的 Excel 台账。</translation>
    </message>
    <message>
        <source>Finding the hazard</source>
        <translation>正在查找隐患</translation>
    </message>
</context>
<context>
    <name>hazards::HazardsModule</name>
    <message>
        <source>Hazard ledger</source>
        <translation>隐患台账</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>隐患详情</translation>
    </message>
    <message>
        <source>Ha&amp;zards</source>
        <translation>隐患(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Report a hazard...</source>
        <translation>上报隐患(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Take over a ledger...</source>
        <translation>导入台账(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Print the ledger...</source>
        <translation>打印台账(&amp;P)…</translation>
    </message>
    <message>
        <source>Take back my last &amp;action</source>
        <translation>撤销我的上一次操作(&amp;A)</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事故事件</translation>
    </message>
</context>
<context>
    <name>hazards::ImportDialog</name>
    <message>
        <source>Take over</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Take over a ledger</source>
        <translation>导入台账</translation>
    </message>
    <message>
        <source>Hazards</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>Accidents</source>
        <translation>事故事件</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>对应字段</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reading the ledger %1</source>
        <translation>正在读取台账 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Title: %1.</source>
        <translation>标题：%1。</translation>
    </message>
    <message>
        <source>Headings in row %1.</source>
        <translation>表头在第 %1 行。</translation>
    </message>
    <message>
        <source>Headings in rows %1 to %2.</source>
        <translation>表头在第 %1 至 %2 行。</translation>
    </message>
    <message>
        <source>Data in rows %1 to %2.</source>
        <translation>数据在第 %1 至 %2 行。</translation>
    </message>
    <message>
        <source>Judgements (%1)</source>
        <translation>判断说明（%1）</translation>
    </message>
    <message>
        <source>%1 read, %2 come in.</source>
        <translation>共读取 %1，将导入 %2。</translation>
    </message>
    <message>
        <source>%1 are in the ledger already.</source>
        <translation>%1已在台账中。</translation>
    </message>
    <message>
        <source>%1 are left out.</source>
        <translation>%1不导入。</translation>
    </message>
    <message>
        <source>%1 needed a judgement: see the list.</source>
        <translation>%1需要判断，见列表。</translation>
    </message>
    <message>
        <source>The list names the first %1 judgements only.</source>
        <translation>列表只列出前 %1 条判断。</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n row(s)</source>
        <translation>
            <numerusform>导入 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The running number of the rows.</source>
        <translation>行的序号。</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>正在读取文件。</translation>
    </message>
    <message>
        <source>This file cannot be taken over. Choose another one.</source>
        <translation>此文件无法导入，请选择其他文件。</translation>
    </message>
    <message>
        <source>There is no row in it that is not in the ledger already.</source>
        <translation>其中没有台账里尚未收录的行。</translation>
    </message>
    <message>
        <source>Taking over the ledger %1</source>
        <translation>正在导入台账 %1</translation>
    </message>
    <message>
        <source>%1 were taken over. Ctrl+Z in the window takes all of them back again.</source>
        <translation>已导入 %1。在主窗口按 Ctrl+Z 可全部撤销。</translation>
    </message>
    <message>
        <source>%1 were taken over.</source>
        <translation>已导入 %1。</translation>
    </message>
    <message>
        <source>Ledger to take over</source>
        <translation>选择要导入的台账</translation>
    </message>
    <message>
        <source>Ledgers (%1)</source>
        <translation>台账文件 (%1)</translation>
    </message>
</context>
<context>
    <name>hazards::IncidentListModel</name>
    <message>
        <source>Searching the incidents</source>
        <translation>正在搜索事故事件</translation>
    </message>
    <message>
        <source>Reading a page of the incidents</source>
        <translation>正在读取一页事故事件</translation>
    </message>
    <message>
        <source>Occurred on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Accident type</source>
        <translation>事故类型</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Potential level</source>
        <translation>潜在等级</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事故经过</translation>
    </message>
</context>
<context>
    <name>hazards::IncidentPanel</name>
    <message>
        <source>Take over a spreadsheet...</source>
        <translation>导入电子表格…</translation>
    </message>
    <message>
        <source>Search the incidents</source>
        <translation>搜索事故事件</translation>
    </message>
    <message>
        <source>Search number, text, place</source>
        <translation>搜索编号、经过、地点</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事故事件</translation>
    </message>
    <message>
        <source>The incident in full</source>
        <translation>事故事件详情</translation>
    </message>
    <message>
        <source>Refresh the incidents</source>
        <translation>刷新事故事件</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation>
            <numerusform>共 %n 起</numerusform>
        </translation>
    </message>
    <message>
        <source>No incident fits the search</source>
        <translation>没有符合搜索的事故事件</translation>
    </message>
    <message>
        <source>No incidents are recorded</source>
        <translation>还没有事故事件记录</translation>
    </message>
    <message>
        <source>Accidents and near misses of a spreadsheet that is taken over come to stand here.</source>
        <translation>从电子表格导入的事故和未遂事件会列在这里。</translation>
    </message>
    <message>
        <source>Finding the incident</source>
        <translation>正在查找事故事件</translation>
    </message>
    <message>
        <source>Reading the incident</source>
        <translation>正在读取事故事件</translation>
    </message>
</context>
<context>
    <name>hazards::JudgementModel</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>hazards::MergeDialog</name>
    <message>
        <source>Searching the ledger</source>
        <translation>正在检索台账</translation>
    </message>
    <message>
        <source>Choose a hazard from the list.</source>
        <translation>请从列表中选择隐患。</translation>
    </message>
    <message>
        <source>Choose the hazard that stays.</source>
        <translation>请选择要保留的隐患。</translation>
    </message>
</context>
<context>
    <name>hazards::PhotoList</name>
    <message>
        <source>Add p&amp;hotos...</source>
        <translation>添加照片(&amp;H)...</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Photos of the hazard</source>
        <translation>隐患照片</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
    <message>
        <source>Reading a photo</source>
        <translation>正在读取照片</translation>
    </message>
</context>
<context>
    <name>hazards::PlanDialog</name>
    <message>
        <source>Save the plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Treatment plan: %1</source>
        <translation>治理方案：%1</translation>
    </message>
    <message>
        <source>Treatment plan of the major hazard %1</source>
        <translation>重大隐患 %1 的治理方案</translation>
    </message>
    <message>
        <source>It may be saved in parts. Rectification can begin once all five are in place.</source>
        <translation>可分次保存。五项全部落实后才能开始整改。</translation>
    </message>
    <message>
        <source>“%1”: say what shows it, or take the mark away.</source>
        <translation>“%1”：请填写落实依据，或取消勾选。</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>尚未修改。</translation>
    </message>
    <message>
        <source>Somebody else changed the same plan meanwhile. Both versions are kept; decide between them under the conflicts of the hazard.</source>
        <translation>其间他人修改了同一方案。两个版本均已保留，请在该隐患的冲突中裁定。</translation>
    </message>
    <message>
        <source>The treatment plan of hazard %1 is saved.</source>
        <translation>隐患 %1 的治理方案已保存。</translation>
    </message>
</context>
<context>
    <name>hazards::RecordPanel</name>
    <message>
        <source>No hazard is selected</source>
        <translation>未选择隐患</translation>
    </message>
    <message>
        <source>Choose one in the ledger to see its facts, its history and the next step.</source>
        <translation>在台账中选择一条，即可查看其内容、历史和下一步。</translation>
    </message>
    <message>
        <source>Facts and history</source>
        <translation>内容与历史</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Reading the hazard</source>
        <translation>正在读取隐患</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>History (%n)</source>
        <translation>
            <numerusform>历史（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at the right of the status bar who works now. Each step is recorded under a name.</source>
        <translation>请先在状态栏右侧选择当前操作人。每一步都会记在操作人名下。</translation>
    </message>
    <message>
        <source>Treatment plan...</source>
        <translation>治理方案...</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message numerus="yes">
        <source>Conflicts (%n)</source>
        <translation>
            <numerusform>冲突（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>Deciding a conflict</source>
        <translation>正在处理冲突</translation>
    </message>
</context>
<context>
    <name>hazards::ReportDialog</name>
    <message>
        <source>&amp;Report</source>
        <translation>上报(&amp;R)</translation>
    </message>
    <message>
        <source>Report a hazard</source>
        <translation>上报隐患</translation>
    </message>
    <message>
        <source>Decided when graded</source>
        <translation>分级时确定</translation>
    </message>
    <message>
        <source>Code or name of the equipment, or the area</source>
        <translation>设备编号或名称，或区域</translation>
    </message>
    <message>
        <source>Photos before rectification</source>
        <translation>整改前照片</translation>
    </message>
    <message>
        <source>Ctrl+Enter reports it from every field.</source>
        <translation>在任何一栏按 Ctrl+Enter 即可上报。</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Say what was found.</source>
        <translation>请填写隐患描述。</translation>
    </message>
    <message>
        <source>Say where it is: equipment, area, or the place in your own words.</source>
        <translation>请填写地点：设备、区域，或自行描述部位。</translation>
    </message>
    <message>
        <source>“%1” is not one of the people of this plant. Choose who found it from the list.</source>
        <translation>“%1”不在本企业人员中，请从列表中选择排查人。</translation>
    </message>
    <message>
        <source>Reporting a hazard</source>
        <translation>正在上报隐患</translation>
    </message>
    <message>
        <source>Hazard %1 is reported.</source>
        <translation>隐患 %1 已上报。</translation>
    </message>
    <message>
        <source>What was typed here on %1 was not reported.</source>
        <translation>%1 在此填写的内容尚未上报。</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>继续填写</translation>
    </message>
</context>
<context>
    <name>hazards::ReviewDialog</name>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>A major hazard is closed by a second review, made by somebody else.</source>
        <translation>重大隐患须由另一人二次复核后销号。</translation>
    </message>
    <message>
        <source>Choose whether the rectification passed or is returned.</source>
        <translation>请选择整改合格或退回。</translation>
    </message>
    <message>
        <source>Say what is still to be done.</source>
        <translation>请写明还需整改的内容。</translation>
    </message>
    <message>
        <source>It cannot be reviewed before it was completed (%1).</source>
        <translation>复核日期不能早于完成日期（%1）。</translation>
    </message>
</context>
<context>
    <name>hazards::SavingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the saving</source>
        <translation>保存进度</translation>
    </message>
    <message>
        <source>Choose in the status bar who works now, so that the ledger knows who did this.</source>
        <translation>请先在状态栏选择当前操作人，以便台账留痕。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>“%1” is not in the list. Choose an entry of it.</source>
        <translation>“%1”不在列表中，请从列表中选择。</translation>
    </message>
</context>
<context>
    <name>hazards::StepDialog</name>
    <message>
        <source>%1: %2</source>
        <extracomment>step, number of the hazard</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>number of the hazard, its state</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The hazard stands at “%1”. This step is not possible from there.</source>
        <translation>该隐患处于“%1”，不能进行此步骤。</translation>
    </message>
    <message>
        <source>Hazard %1 stands at “%2” now.</source>
        <translation>隐患 %1 现为“%2”。</translation>
    </message>
</context>
<context>
    <name>hazards::StepTrack</name>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>分级派发</translation>
    </message>
    <message>
        <source>Rectify</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
    <message>
        <source>The five steps</source>
        <translation>五步闭环</translation>
    </message>
</context>
<context>
    <name>hazards::SubmitDialog</name>
    <message>
        <source>Photos after rectification</source>
        <translation>整改后照片</translation>
    </message>
    <message>
        <source>Whoever is named here cannot review the hazard afterwards.</source>
        <translation>整改人不能复核本隐患。</translation>
    </message>
    <message>
        <source>Say what was done.</source>
        <translation>请填写整改措施。</translation>
    </message>
    <message>
        <source>It cannot be completed before it was found (%1).</source>
        <translation>完成日期不能早于排查日期（%1）。</translation>
    </message>
    <message>
        <source>“%1” is no amount of money. Write yuan, such as 1200 or 1200.50.</source>
        <translation>“%1”不是金额。请以元填写，如 1200 或 1200.50。</translation>
    </message>
</context>
<context>
    <name>hazards::SuspendDialog</name>
    <message>
        <source>Say why the deadline cannot be kept.</source>
        <translation>请填写不能按期整改的原因。</translation>
    </message>
    <message>
        <source>Choose the new deadline; the one shown is that of now.</source>
        <translation>请选择新的期限；现显示的是原期限。</translation>
    </message>
    <message>
        <source>The new deadline lies in the past.</source>
        <translation>新的期限早于当前时间。</translation>
    </message>
    <message>
        <source>Choose who approved it.</source>
        <translation>请选择批准人。</translation>
    </message>
</context>
<context>
    <name>plant</name>
    <message>
        <source>An area needs a name.</source>
        <translation>区域必须有名称。</translation>
    </message>
    <message>
        <source>The area would be closed before it was opened.</source>
        <translation>停用日期早于启用日期。</translation>
    </message>
    <message>
        <source>“%1” cannot be put below itself. Choose another place.</source>
        <translation>“%1”不能放在自己的下级，请选择其他位置。</translation>
    </message>
    <message>
        <source>The area above is not there any more.</source>
        <translation>上级区域已不存在。</translation>
    </message>
    <message>
        <source>Another area already has the code “%1”.</source>
        <translation>编码“%1”已被其他区域使用。</translation>
    </message>
    <message>
        <source>Area “%1” added</source>
        <translation>新增区域“%1”</translation>
    </message>
    <message>
        <source>Area “%1” changed</source>
        <translation>修改区域“%1”</translation>
    </message>
    <message>
        <source>Area removed</source>
        <translation>删除区域</translation>
    </message>
    <message>
        <source>There are areas below this one. Move or remove them first.</source>
        <translation>该区域还有下级区域，请先移走或删除。</translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it as 2026-03-31.</source>
        <translation>“%1”不是日期，请按 2026-03-31 的格式填写。</translation>
    </message>
    <message>
        <source>This record is not there any more.</source>
        <translation>该记录已不存在。</translation>
    </message>
    <message>
        <source>A piece of equipment needs a name.</source>
        <translation>设备必须有名称。</translation>
    </message>
    <message>
        <source>Another piece of equipment already has the code “%1”.</source>
        <translation>设备编号“%1”已被其他设备使用。</translation>
    </message>
    <message>
        <source>Equipment %1 %2 added</source>
        <translation>新增设备 %1 %2</translation>
    </message>
    <message>
        <source>Equipment %1 %2 changed</source>
        <translation>修改设备 %1 %2</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>人员必须有姓名。</translation>
    </message>
    <message>
        <source>A login may not contain spaces.</source>
        <translation>登录名不能含空格。</translation>
    </message>
    <message>
        <source>Somebody else already has the login “%1”.</source>
        <translation>登录名“%1”已被他人使用。</translation>
    </message>
    <message>
        <source>Somebody else already has the employee number “%1”.</source>
        <translation>工号“%1”已被他人使用。</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>启用日期</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>停用日期</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Employee number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Commissioned on</source>
        <translation>投用日期</translation>
    </message>
    <message>
        <source>Risk level</source>
        <translation>风险等级</translation>
    </message>
    <message>
        <source>Responsible person</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>QR text</source>
        <translation>二维码内容</translation>
    </message>
    <message>
        <source>%1 set up</source>
        <translation>已建立“%1”</translation>
    </message>
    <message>
        <source>This plant is set up already. Choose who works now and add further people in their name.</source>
        <translation>该企业已建立。请选择当前操作人，再以其名义添加人员。</translation>
    </message>
</context>
<context>
    <name>plant::AreaDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Part of</source>
        <translation>上级区域(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>编码(&amp;C)</translation>
    </message>
    <message>
        <source>Add an area</source>
        <translation>添加区域</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Still missing: the name.</source>
        <translation>还缺少名称。</translation>
    </message>
    <message>
        <source>Choose a kind from the list.</source>
        <translation>请从列表中选择类别。</translation>
    </message>
    <message>
        <source>There is no area “%1”. Choose one from the list.</source>
        <translation>没有区域“%1”。请从列表中选择。</translation>
    </message>
</context>
<context>
    <name>plant::AreaModel</name>
    <message>
        <source>In the area and everything below it</source>
        <translation>包括本区域及其下级</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Open hazards</source>
        <translation>未销号隐患</translation>
    </message>
</context>
<context>
    <name>plant::AreaPage</name>
    <message>
        <source>No areas yet</source>
        <translation>还没有区域</translation>
    </message>
    <message>
        <source>Begin with the plant itself; its workshops and teams come below it.</source>
        <translation>先添加厂区，再在其下添加车间和班组。</translation>
    </message>
    <message>
        <source>No area fits the search</source>
        <translation>没有符合搜索的区域</translation>
    </message>
    <message>
        <source>Search the areas</source>
        <translation>搜索区域</translation>
    </message>
    <message>
        <source>Search name, kind, code</source>
        <translation>搜索名称、类别、编码</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Reading the areas</source>
        <translation>正在读取区域</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Add the first area...</source>
        <translation>添加第一个区域…</translation>
    </message>
</context>
<context>
    <name>plant::EquipmentDialog</name>
    <message>
        <source>&amp;Code</source>
        <translation>编号(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>型号(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>区域(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Location</source>
        <translation>位置(&amp;L)</translation>
    </message>
    <message>
        <source>Risk le&amp;vel</source>
        <translation>风险等级(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Responsible person</source>
        <translation>责任人(&amp;R)</translation>
    </message>
    <message>
        <source>Commissioned &amp;on</source>
        <translation>投用日期(&amp;O)</translation>
    </message>
    <message>
        <source>Add equipment</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, area</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Still missing: the name.</source>
        <translation>还缺少名称。</translation>
    </message>
    <message>
        <source>Still missing: the area.</source>
        <translation>还缺少区域。</translation>
    </message>
    <message>
        <source>There is no area “%1”. Choose one from the list.</source>
        <translation>没有区域“%1”。请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no risk level “%1”. Choose one from the list.</source>
        <translation>没有风险等级“%1”。请从列表中选择。</translation>
    </message>
    <message>
        <source>There is nobody called “%1”. Choose somebody from the list.</source>
        <translation>没有名为“%1”的人员。请从列表中选择。</translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it as 2026-03-31.</source>
        <translation>“%1”不是日期，请按 2026-03-31 的格式填写。</translation>
    </message>
</context>
<context>
    <name>plant::PersonDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>区域(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Employee number</source>
        <translation>工号(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>电话(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>登录名(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Works here</source>
        <translation>在职(&amp;W)</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Enter yourself</source>
        <translation>登记本人</translation>
    </message>
    <message>
        <source>Still missing: the name.</source>
        <translation>还缺少姓名。</translation>
    </message>
    <message>
        <source>Still missing: the role.</source>
        <translation>还缺少角色。</translation>
    </message>
    <message>
        <source>There is no role “%1”. Choose one from the list.</source>
        <translation>没有角色“%1”。请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no area “%1”. Choose one from the list.</source>
        <translation>没有区域“%1”。请从列表中选择。</translation>
    </message>
</context>
<context>
    <name>plant::PlantModule</name>
    <message>
        <source>People and places</source>
        <translation>人员与场所</translation>
    </message>
</context>
<context>
    <name>plant::PlantPanel</name>
    <message>
        <source>People and places</source>
        <translation>人员与场所</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Search people and places</source>
        <translation>搜索人员与场所</translation>
    </message>
    <message>
        <source>Refresh people and places</source>
        <translation>刷新人员与场所</translation>
    </message>
    <message>
        <source>Add an area, a person or equipment</source>
        <translation>添加区域、人员或设备</translation>
    </message>
    <message>
        <source>Choose at the right of the status bar who works now. Each change is saved under a name.</source>
        <translation>请先在状态栏右侧选择当前操作人。每次修改都会记在操作人名下。</translation>
    </message>
</context>
<context>
    <name>plant::RecordDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Reading the form</source>
        <translation>正在读取表单</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>plant::Register</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Employee number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Risk level</source>
        <translation>风险等级</translation>
    </message>
    <message>
        <source>Responsible person</source>
        <translation>责任人</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>共 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of equipment</source>
        <translation>
            <numerusform>共 %n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (left)</source>
        <comment>somebody who does not work here any more</comment>
        <translation>%1（已离职）</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Search the people</source>
        <translation>搜索人员</translation>
    </message>
    <message>
        <source>Search name, number, login</source>
        <translation>搜索姓名、工号、登录名</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>全部角色</translation>
    </message>
    <message>
        <source>Nobody is recorded yet</source>
        <translation>还没有登记人员</translation>
    </message>
    <message>
        <source>Each change is saved under a name: begin with your own.</source>
        <translation>每次修改都会记在操作人名下：请先登记本人。</translation>
    </message>
    <message>
        <source>Enter yourself...</source>
        <translation>登记本人…</translation>
    </message>
    <message>
        <source>Nobody fits the filter</source>
        <translation>没有符合筛选的人员</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Search the equipment</source>
        <translation>搜索设备</translation>
    </message>
    <message>
        <source>Search code, name, type, location</source>
        <translation>搜索编号、名称、型号、位置</translation>
    </message>
    <message>
        <source>All risk levels</source>
        <translation>全部风险等级</translation>
    </message>
    <message>
        <source>No equipment yet</source>
        <translation>还没有设备</translation>
    </message>
    <message>
        <source>Hazards found at a machine can name it once it stands here.</source>
        <translation>设备登记后，上报隐患时即可选用。</translation>
    </message>
    <message>
        <source>Add the first piece of equipment...</source>
        <translation>添加第一台设备…</translation>
    </message>
    <message>
        <source>No equipment fits the filter</source>
        <translation>没有符合筛选的设备</translation>
    </message>
</context>
<context>
    <name>plant::RegisterPage</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>With those who left</source>
        <translation>包括离职人员</translation>
    </message>
    <message>
        <source>Take back a part of the filter above to see more.</source>
        <translation>请放宽上方的筛选条件。</translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation>已停止，未留下任何内容。</translation>
    </message>
    <message>
        <source>%1 exists already and was left as it is. Choose another name.</source>
        <translation>%1 已存在，未作更改。请换一个名称。</translation>
    </message>
    <message>
        <source>%1 could not be written. Check that the folder exists and that you may write there.</source>
        <translation>无法写入 %1。请检查文件夹是否存在以及您是否有写入权限。</translation>
    </message>
    <message>
        <source>Plant set up</source>
        <translation>建立示例工厂</translation>
    </message>
</context>
<context>
    <name>shell::ChoiceBox</name>
    <message>
        <source>Type a part of it, or press the down arrow</source>
        <translation>输入部分文字，或按向下键选择</translation>
    </message>
</context>
<context>
    <name>shell::JobRunner</name>
    <message>
        <source>The work stopped because of an unexpected failure. Nothing was saved. Close other programs and try again.</source>
        <translation>任务因意外故障中止，没有保存任何内容。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Cancelled before it began.</source>
        <translation>任务在开始前已取消。</translation>
    </message>
</context>
<context>
    <name>shell::MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>store</name>
    <message>
        <source>The copy %1 could not be written. Check the free space and the rights of the folder. Nothing of it was left behind.</source>
        <translation>备份 %1 无法写入。请检查磁盘空间和文件夹权限。没有留下任何残余文件。</translation>
    </message>
    <message>
        <source>%1 exists already and was left as it is. Choose another name.</source>
        <translation>%1 已存在，未作改动。请换一个名称。</translation>
    </message>
    <message>
        <source>The copy was not kept, since the store has a problem: %1</source>
        <translation>数据文件存在问题，备份未保留：%1</translation>
    </message>
    <message>
        <source>There is no store file %1.</source>
        <translation>找不到数据文件 %1。</translation>
    </message>
    <message>
        <source>The evidence file could not be saved in %1. Check the free space and the rights of the folder; nothing was recorded.</source>
        <translation>证据文件无法保存到 %1。请检查磁盘空间和文件夹权限；没有记录任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>The file is larger than the %n MB allowed for evidence.</source>
        <translation>
            <numerusform>文件超过证据文件允许的 %n MB。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，没有作任何改动。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of this change was saved, and nothing saved before is lost. Free some space on the disk, then do it again.</source>
        <translation>磁盘已满。本次改动未保存，以前保存的内容没有丢失。请清理磁盘空间后重做一次。</translation>
    </message>
    <message>
        <source>Another program is saving to this store right now. Nothing of this change was saved. Wait a moment, then do it again.</source>
        <translation>另一个程序正在写入此数据文件。本次改动未保存。请稍候再试。</translation>
    </message>
    <message>
        <source>The store is read-only. Nothing of this change was saved. Ask for the right to write to the file and its folder, or work on a copy.</source>
        <translation>数据文件为只读。本次改动未保存。请申请该文件及其文件夹的写入权限，或在副本上工作。</translation>
    </message>
    <message>
        <source>The disk reported an error. Nothing of this change was saved. Check the disk and the connection to it; the last daily copy is beside the store.</source>
        <translation>磁盘报告错误。本次改动未保存。请检查磁盘及其连接；最近的每日备份就在数据文件旁边。</translation>
    </message>
    <message>
        <source>The file is damaged or is not an Anlan store. It was not changed. Restore the last daily copy, or choose another file.</source>
        <translation>文件已损坏，或不是安澜数据文件。文件未被改动。请恢复最近的每日备份，或选择其他文件。</translation>
    </message>
    <message>
        <source>The store could not carry this out. Nothing was changed.</source>
        <translation>数据文件无法执行此操作。没有作任何改动。</translation>
    </message>
    <message>
        <source>A part of the log cannot be read.</source>
        <translation>操作日志的一部分无法读取。</translation>
    </message>
    <message>
        <source>The file itself is damaged. Restore the last daily copy.</source>
        <translation>文件本身已损坏。请恢复最近的每日备份。</translation>
    </message>
    <message>
        <source>The log was changed after it was written. Restore the last daily copy and ask who had access.</source>
        <translation>操作日志在写入后被改动过。请恢复最近的每日备份，并查明谁有访问权限。</translation>
    </message>
    <message>
        <source>The tables do not say what the log says. Rebuild the store; the log is what counts.</source>
        <translation>数据表与操作日志不一致。请重建数据文件，以日志为准。</translation>
    </message>
    <message>
        <source>A photo or document that a record names is not there. Restore it from a copy.</source>
        <translation>记录中引用的照片或文件不存在。请从备份中恢复。</translation>
    </message>
    <message>
        <source>No record names this file. It was left by an interrupted save and does no harm.</source>
        <translation>没有记录引用此文件。它是一次中断的保存留下的，没有影响。</translation>
    </message>
    <message>
        <source>A photo or document was changed after it was recorded. Restore it from a copy.</source>
        <translation>照片或文件在记录后被改动过。请从备份中恢复。</translation>
    </message>
    <message>
        <source>The log of this store has no head.</source>
        <translation>此数据文件的操作日志缺少末端记录。</translation>
    </message>
    <message>
        <source>The store could not be brought up to date and was left as it was. %1</source>
        <translation>数据文件无法升级，保持原样。%1</translation>
    </message>
    <message>
        <source>An operation in the log cannot be read.</source>
        <translation>日志中有一条操作无法读取。</translation>
    </message>
    <message>
        <source>The record is not in this store.</source>
        <translation>此数据文件中没有该记录。</translation>
    </message>
    <message>
        <source>Own field</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>值的类型</translation>
    </message>
    <message>
        <source>%1 lies on a network drive (%2). A store there can lose data when two computers write. Copy it to a disk of this computer and open the copy.</source>
        <translation>%1 位于网络驱动器（%2）。两台电脑同时写入时可能丢失数据。请复制到本机磁盘，再打开副本。</translation>
    </message>
    <message>
        <source>The store could not be copied before bringing it up to date, so it was left as it was. Check the space and the rights of the folder %1.</source>
        <translation>升级前无法备份数据文件，因此保持原样。请检查文件夹 %1 的空间和权限。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Anlan (format %2, this version knows %3). It was not changed. Install the newer version to open it.</source>
        <translation>%1 由较新版本的安澜写入（格式 %2，本版本支持到 %3）。文件未被改动。请安装新版本后再打开。</translation>
    </message>
    <message>
        <source>%1 is not an Anlan store. It was not changed.</source>
        <translation>%1 不是安澜数据文件。文件未被改动。</translation>
    </message>
    <message>
        <source>%1 or its folder is read-only, so nothing could be saved in it. Ask for the right to write, or copy the store elsewhere and open the copy.</source>
        <translation>%1 或其所在文件夹为只读，无法保存内容。请申请写入权限，或将数据文件复制到别处再打开副本。</translation>
    </message>
    <message>
        <source>There is no folder %1. Make it first, or choose another place.</source>
        <translation>文件夹 %1 不存在。请先新建，或选择其他位置。</translation>
    </message>
    <message>
        <source>%1 could not be written. Check the rights of the folder.</source>
        <translation>%1 无法写入。请检查文件夹权限。</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>%1 was changed since and stays as it is.</source>
        <translation>%1 此后有改动，保持现状。</translation>
    </message>
    <message>
        <source>%1: %2 was changed since and stays as it is.</source>
        <translation>%1：%2 此后有改动，保持现状。</translation>
    </message>
    <message>
        <source>This is not one of your own last actions on this computer.</source>
        <translation>这不是您在本机上的最近操作。</translation>
    </message>
    <message>
        <source>This was taken back already.</source>
        <translation>此操作已经撤销过。</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>You have done nothing on this computer that could be taken back.</source>
        <translation>您在本机上没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>A newer version of Anlan has written to this plant. You can read what was there before; to go on working, install the newer version.</source>
        <translation>较新版本的安澜已写入此工厂的数据。您可以查看此前的内容；要继续工作，请安装新版本。</translation>
    </message>
    <message>
        <source>This kind of record has no such field: %1</source>
        <translation>此类记录没有这个字段：%1</translation>
    </message>
    <message>
        <source>This conflict is already decided.</source>
        <translation>此冲突已经处理过。</translation>
    </message>
    <message>
        <source>The evidence file could not be read to its end. Check the disk or the device it comes from; nothing was recorded.</source>
        <translation>证据文件未能完整读取。请检查磁盘或来源设备；没有记录任何内容。</translation>
    </message>
    <message>
        <source>The disk reported an error at the end of the save, so it is not certain whether this change is saved. Check the disk, open the store again and look before you do it once more.</source>
        <translation>保存结束时磁盘报告错误，因此无法确定本次更改是否已保存。请检查磁盘，重新打开数据文件并确认后，再决定是否重做。</translation>
    </message>
    <message>
        <source>The index of the log does not say what the log says. Restore the last daily copy.</source>
        <translation>日志索引与日志内容不一致。请恢复最近一次的每日备份。</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check the disk and your rights to the file.</source>
        <translation>%1 无法读取。请检查磁盘以及您对该文件的权限。</translation>
    </message>
    <message>
        <source>The save broke off before. Nothing of this change was saved; do it again.</source>
        <translation>保存中途已中断，本次更改没有保存，请重做。</translation>
    </message>
    <message>
        <source>One of the saves was given up half-way, so none of them was kept.</source>
        <translation>其中一次保存中途放弃，因此全部未保留。</translation>
    </message>
    <message>
        <source>The restored store is not what the copy says. Do not work with it; restore the copy under another name.</source>
        <translation>恢复出来的数据文件与备份内容不一致。请不要使用它，换一个文件名重新恢复。</translation>
    </message>
    <message>
        <source>%1 is left over from an earlier store of this name and would damage a new one. It may hold work that was never copied: put it back beside its store or move it away, or choose another name.</source>
        <translation>%1 是以前同名数据文件遗留下来的，会损坏新的数据文件。其中可能有尚未备份的内容：请把它放回原来的数据文件旁边，或移到别处，或另选一个文件名。</translation>
    </message>
    <message>
        <source>The copy %1 could not be written. Check the free space and the rights of the folder.</source>
        <translation>备份文件 %1 无法写入。请检查剩余空间和文件夹权限。</translation>
    </message>
    <message>
        <source>Another version of Anlan has brought this store up to date while it was open here. Nothing was saved. Close Anlan and start the newest version.</source>
        <translation>本程序打开期间，另一个版本的安澜已升级了此数据文件。本次没有保存任何内容。请关闭安澜，启动最新版本。</translation>
    </message>
    <message>
        <source>This entry is larger than the %1 KB that one save may carry. Shorten the text, or attach it as a file. Nothing of it was saved.</source>
        <translation>此条内容超过一次保存允许的 %1 KB。请缩短文字，或作为附件添加。此条内容没有保存。</translation>
    </message>
    <message>
        <source>This entry is nested too deeply to be read again. Nothing of it was saved.</source>
        <translation>此条内容嵌套层次过深，保存后将无法读取。此条内容没有保存。</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>无法打开 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
    <message>
        <source>%1 is an old .xls file or protected by a password. Open it in a spreadsheet program and save it as .xlsx without a password.</source>
        <translation>%1 是旧格式 .xls 文件或设有密码。请用表格软件打开，另存为不带密码的 .xlsx 文件。</translation>
    </message>
    <message>
        <source>%1 is no spreadsheet, whatever its name says. Open it in the program that made it and save it as .xlsx or .csv.</source>
        <translation>不论扩展名如何，%1 并不是表格文件。请用生成它的软件打开，另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>%1 has no sheet number %2.</source>
        <translation>%1 没有第 %2 张工作表。</translation>
    </message>
    <message>
        <source>%1, line %2: there is a zero byte, so this is no text file. Save the table as .xlsx or .csv.</source>
        <translation>%1 第 %2 行含有零字节，不是文本文件。请把表格另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>%1, line %2 is neither UTF-8 nor GB18030 text. Save the file as UTF-8.</source>
        <translation>%1 第 %2 行既不是 UTF-8 也不是 GB18030 文本。请将文件另存为 UTF-8 编码。</translation>
    </message>
    <message>
        <source>semicolon</source>
        <comment>separator</comment>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <comment>separator</comment>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar</source>
        <comment>separator</comment>
        <translation>竖线</translation>
    </message>
    <message>
        <source>comma</source>
        <comment>separator</comment>
        <translation>逗号</translation>
    </message>
    <message>
        <source>the row is longer than %1 characters. Look for a quotation mark that is not closed.</source>
        <translation>该行超过 %1 个字符。请检查是否有未闭合的引号。</translation>
    </message>
    <message>
        <source>there are more than %1 columns.</source>
        <translation>列数超过 %1 列。</translation>
    </message>
    <message>
        <source>there are more than %1 rows. Split the file.</source>
        <translation>行数超过 %1 行。请拆分文件。</translation>
    </message>
    <message>
        <source>a quotation mark is opened here and never closed.</source>
        <translation>此处的引号没有闭合。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1 第 %2 行：%3</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>已取消读取。</translation>
    </message>
    <message>
        <source>%1 is larger than a table can be. Split the file.</source>
        <translation>%1 超出表格允许的大小。请拆分文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder or free some space.</source>
        <translation>无法写入 %1：%2。请换一个文件夹或清理磁盘空间。</translation>
    </message>
    <message>
        <source>There is no such day: %1.</source>
        <translation>没有这一天：%1。</translation>
    </message>
    <message>
        <source>The year %1 is taken for a mistake: %2.</source>
        <translation>年份 %1 视为填写错误：%2。</translation>
    </message>
    <message>
        <source>The year was written with two digits.</source>
        <translation>年份只写了两位数字。</translation>
    </message>
    <message>
        <source>This is no date: %1.</source>
        <translation>这不是日期：%1。</translation>
    </message>
    <message>
        <source>Day and month cannot be told apart: %1. Write it as 2025-07-17.</source>
        <translation>分不清日和月：%1。请写成 2025-07-17 的形式。</translation>
    </message>
    <message>
        <source>The year stood last.</source>
        <translation>年份写在最后。</translation>
    </message>
    <message>
        <source>This is a text, no date.</source>
        <translation>这是文字，不是日期。</translation>
    </message>
    <message>
        <source>Only the day itself was taken: %1.</source>
        <translation>只取了日期本身：%1。</translation>
    </message>
    <message>
        <source>A sign stood twice: %1.</source>
        <translation>分隔符重复：%1。</translation>
    </message>
    <message>
        <source>The day is missing: %1.</source>
        <translation>缺少日：%1。</translation>
    </message>
    <message>
        <source>The year is missing: %1.</source>
        <translation>缺少年份：%1。</translation>
    </message>
    <message>
        <source>This is a time of day without a date: %1.</source>
        <translation>只有时刻，没有日期：%1。</translation>
    </message>
    <message>
        <source>This is a number, no date: %1.</source>
        <translation>这是数字，不是日期：%1。</translation>
    </message>
    <message>
        <source>The number %1 was taken for a date, because the column holds dates.</source>
        <translation>该列为日期列，数字 %1 按日期序列号读取。</translation>
    </message>
    <message>
        <source>%1, sheet %2: no table was found. A table needs a row of column headings and at least one row below it.</source>
        <translation>%1 的工作表 %2 中没有找到表格。表格需要一行列标题和至少一行数据。</translation>
    </message>
    <message>
        <source>A level is a whole number: %1.</source>
        <translation>等级应为整数：%1。</translation>
    </message>
    <message>
        <source>This names no level: %1.</source>
        <translation>这不是等级：%1。</translation>
    </message>
    <message>
        <source>The cell names a grade and a number: %1.</source>
        <translation>单元格同时写了级别名称和数字：%1。</translation>
    </message>
    <message>
        <source>Only the grade was taken from: %1.</source>
        <translation>只取了其中的级别：%1。</translation>
    </message>
    <message>
        <source>This is no amount: %1.</source>
        <translation>这不是金额：%1。</translation>
    </message>
    <message>
        <source>%1 was taken as %2.</source>
        <translation>%1 按 %2 读取。</translation>
    </message>
    <message>
        <source>The packed data is damaged. Ask for the file again.</source>
        <translation>压缩数据已损坏。请重新索取该文件。</translation>
    </message>
    <message>
        <source>It unpacks to far more than a spreadsheet holds. It is not read, because it could fill the memory.</source>
        <translation>解压后的内容远超正常表格，可能占满内存，因此不予读取。</translation>
    </message>
    <message>
        <source>One piece of it is longer than any cell can be.</source>
        <translation>其中有一段内容超过单元格允许的长度。</translation>
    </message>
    <message>
        <source>%1 is cut off or damaged: it cannot be unpacked. Ask for the file again.</source>
        <translation>%1 不完整或已损坏，无法解压。请重新索取该文件。</translation>
    </message>
    <message>
        <source>%1 holds %2 packed files, far more than a spreadsheet has. It is not read.</source>
        <translation>%1 内含 %2 个压缩文件，远超正常表格，不予读取。</translation>
    </message>
    <message>
        <source>%1 is no complete xlsx workbook: its part %2 is missing. Open it in a spreadsheet program and save it again.</source>
        <translation>%1 不是完整的 xlsx 工作簿：缺少部分 %2。请用表格软件打开后重新保存。</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Save it without one.</source>
        <translation>%1 设有密码。请另存为不带密码的文件。</translation>
    </message>
    <message>
        <source>%1: part %2 unpacks to far more than a spreadsheet holds. It is not read, because it could fill the memory.</source>
        <translation>%1：部分 %2 解压后远超正常表格，可能占满内存，因此不予读取。</translation>
    </message>
    <message>
        <source>%1 is damaged: its part %2 cannot be unpacked. Ask for the file again.</source>
        <translation>%1 已损坏：部分 %2 无法解压。请重新索取该文件。</translation>
    </message>
    <message>
        <source>It defines names for text of its own, which no spreadsheet program does. It is not read, because it could fill the memory.</source>
        <translation>文件自行定义了文本实体，表格软件不会这样做；它可能占满内存，因此不予读取。</translation>
    </message>
    <message>
        <source>It is nested deeper than any spreadsheet. It is not read.</source>
        <translation>嵌套层次超过任何正常表格，不予读取。</translation>
    </message>
    <message>
        <source>It is broken at line %1, character %2. Open the file in a spreadsheet program and save it again.</source>
        <translation>内容在第 %1 行第 %2 个字符处损坏。请用表格软件打开后重新保存。</translation>
    </message>
    <message>
        <source>A text is longer than %1 characters, the most that a cell can hold.</source>
        <translation>有一段文字超过单元格上限 %1 个字符。</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <extracomment>%1 names the file or the sheet</extracomment>
        <translation>%1 第 %2 行</translation>
    </message>
    <message>
        <source>%1 cannot be read. %2</source>
        <extracomment>%1 names the file, the sheet and the row, %2 is a whole sentence</extracomment>
        <translation>无法读取 %1。%2</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>the name of the sheet is not allowed</source>
        <translation>工作表名称不符合规定</translation>
    </message>
    <message>
        <source>a sheet holds no more than %1 rows</source>
        <translation>一张工作表最多 %1 行</translation>
    </message>
    <message>
        <source>The blank inside the name was taken for mere spacing.</source>
        <translation>姓名中间的空格视为排版间隔。</translation>
    </message>
    <message>
        <source>Its sheet %1 lies outside the file. Copy the sheet into the file first.</source>
        <translation>其工作表 %1 位于文件之外。请先把该工作表复制到文件内。</translation>
    </message>
    <message>
        <source>It has more than %1 sheets.</source>
        <translation>工作表超过 %1 张。</translation>
    </message>
    <message>
        <source>%1 has no sheet with rows.</source>
        <translation>%1 没有含数据行的工作表。</translation>
    </message>
    <message>
        <source>It holds more text than the memory is meant for. Split it into smaller files.</source>
        <translation>文字总量超出内存允许范围。请拆分为较小的文件。</translation>
    </message>
    <message>
        <source>A cell stands at %1, outside of the %2 columns of a sheet.</source>
        <translation>有单元格位于 %1，超出工作表的 %2 列。</translation>
    </message>
    <message>
        <source>It has more than %1 columns.</source>
        <translation>列数超过 %1 列。</translation>
    </message>
    <message>
        <source>Cell %1 points to a text that the file does not hold. Open the file in a spreadsheet program and save it again.</source>
        <translation>单元格 %1 引用的文字在文件中不存在。请用表格软件打开后重新保存。</translation>
    </message>
    <message>
        <source>It has more than %1 merged cells.</source>
        <translation>合并单元格超过 %1 处。</translation>
    </message>
    <message>
        <source>%1, sheet %2</source>
        <translation>%1 的工作表 %2</translation>
    </message>
    <message>
        <source>It has a row %1, but a sheet ends at row %2.</source>
        <translation>其中有第 %1 行，而工作表最多到第 %2 行。</translation>
    </message>
    <message>
        <source>Row %1 stands after row %2. Open the file in a spreadsheet program and save it again.</source>
        <translation>第 %1 行排在第 %2 行之后。请用表格软件打开后重新保存。</translation>
    </message>
</context>
</TS>
