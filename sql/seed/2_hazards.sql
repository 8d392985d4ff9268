-- Hazards: grades, colours, kinds of check, categories, sources.

INSERT INTO seed_code(code_table, code, label_zh, label_en, standard, valid_from, valid_to, verify, ord) VALUES
('hazard_grade', 'general', '一般事故隐患', 'General', '安全生产事故隐患排查治理暂行规定（总局令第16号）第三条', NULL, NULL, 0, 1),
('hazard_grade', 'major', '重大事故隐患', 'Major', '安全生产事故隐患排查治理暂行规定（总局令第16号）第三条', NULL, NULL, 0, 2);

INSERT INTO seed_code(code_table, code, label_zh, label_en, standard, valid_from, valid_to, verify, ord) VALUES
('response_colour', 'red', '红', 'Red', '', NULL, NULL, 0, 1),
('response_colour', 'orange', '橙', 'Orange', '', NULL, NULL, 0, 2),
('response_colour', 'yellow', '黄', 'Yellow', '', NULL, NULL, 0, 3),
('response_colour', 'blue', '蓝', 'Blue', '', NULL, NULL, 0, 4);

INSERT INTO seed_code(code_table, code, label_zh, label_en, standard, valid_from, valid_to, verify, ord) VALUES
('check_type', 'daily', '日常检查', 'Daily check', '', NULL, NULL, 0, 1),
('check_type', 'comprehensive', '综合检查', 'Comprehensive check', '', NULL, NULL, 0, 2),
('check_type', 'special', '专项检查', 'Special check', '', NULL, NULL, 0, 3),
('check_type', 'seasonal', '季节性检查', 'Seasonal check', '', NULL, NULL, 0, 4),
('check_type', 'holiday', '节假日检查', 'Holiday check', '', NULL, NULL, 0, 5),
('check_type', 'restart', '复产检查', 'Restart check', '', NULL, NULL, 0, 6),
('check_type', 'expert', '专家检查', 'Expert check', '', NULL, NULL, 0, 7),
('check_type', 'snapshot', '随手拍', 'Snapshot report', '', NULL, NULL, 0, 8),
('check_type', 'superior', '上级检查', 'Check by authority', '', NULL, NULL, 0, 9);

INSERT INTO seed_code(code_table, code, label_zh, label_en, standard, valid_from, valid_to, verify, ord) VALUES
('hazard_category', '1', '人的因素', 'Human factors', 'GB/T 13861-2022', NULL, NULL, 0, 1),
('hazard_category', '2', '物的因素', 'Physical factors', 'GB/T 13861-2022', NULL, NULL, 0, 2),
('hazard_category', '3', '环境因素', 'Environmental factors', 'GB/T 13861-2022', NULL, NULL, 0, 3),
('hazard_category', '4', '管理因素', 'Management factors', 'GB/T 13861-2022', NULL, NULL, 0, 4);

INSERT INTO seed_code(code_table, code, label_zh, label_en, standard, valid_from, valid_to, verify, ord) VALUES
('hazard_factor', '11', '心理、生理性危险和有害因素', 'Psychological and physiological', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 1),
('hazard_factor', '12', '行为性危险和有害因素', 'Behavioural', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 2),
('hazard_factor', '21', '物理性危险和有害因素', 'Physical', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 3),
('hazard_factor', '22', '化学性危险和有害因素', 'Chemical', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 4),
('hazard_factor', '23', '生物性危险和有害因素', 'Biological', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 5),
('hazard_factor', '31', '室内作业场所环境不良', 'Poor indoor workplace', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 6),
('hazard_factor', '32', '室外作业场地环境不良', 'Poor outdoor workplace', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 7),
('hazard_factor', '33', '地下（含水下）作业环境不良', 'Poor underground or underwater workplace', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 8),
('hazard_factor', '39', '其他作业环境不良', 'Other poor environment', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 9),
('hazard_factor', '41', '职业安全卫生管理机构设置和人员配备不健全', 'Safety organisation and staffing incomplete', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 10),
('hazard_factor', '42', '职业安全卫生责任制不完善或未落实', 'Responsibilities unclear or not carried out', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 11),
('hazard_factor', '43', '职业安全卫生管理制度不完善或未落实', 'Rules incomplete or not carried out', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 12),
('hazard_factor', '44', '职业安全卫生投入不足', 'Too little spent on safety', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 13),
('hazard_factor', '46', '应急管理缺陷', 'Emergency management deficient', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 14),
('hazard_factor', '49', '其他管理因素缺陷', 'Other management deficiency', 'GB/T 13861-2022', '2022-10-01', NULL, 1, 15);

INSERT INTO seed_code(code_table, code, label_zh, label_en, standard, valid_from, valid_to, verify, ord) VALUES
('hazard_source', 'desk', '电脑录入', 'Entered here', '', NULL, NULL, 0, 1),
('hazard_source', 'import', '台账导入', 'Taken over from a ledger', '', NULL, NULL, 0, 2),
('hazard_source', 'inspection', '巡检', 'Inspection round', '', NULL, NULL, 0, 3),
('hazard_source', 'snapshot', '随手拍', 'Snapshot report', '', NULL, NULL, 0, 4),
('hazard_source', 'sensor', '监测报警', 'Sensor alarm', '', NULL, NULL, 0, 5),
('hazard_source', 'sample', '示例', 'Sample plant', '', NULL, NULL, 0, 6);
