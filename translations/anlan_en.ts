<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>app::Desk</name>
    <message numerus="yes">
        <source>Saved here, %n not sent</source>
        <translation>
            <numerusform>Saved here, %n not sent</numerusform>
            <numerusform>Saved here, %n not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::JobsButton</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hazards</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hazards::HazardPanel</name>
    <message numerus="yes">
        <source>%n hazard(s)</source>
        <translation>
            <numerusform>%n hazard</numerusform>
            <numerusform>%n hazards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hazards::ImportDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n row(s)</source>
        <translation>
            <numerusform>Take over %n row</numerusform>
            <numerusform>Take over %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hazards::IncidentPanel</name>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hazards::RecordPanel</name>
    <message numerus="yes">
        <source>History (%n)</source>
        <translation>
            <numerusform>History (%n)</numerusform>
            <numerusform>History (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Conflicts (%n)</source>
        <translation>
            <numerusform>Conflicts (%n)</numerusform>
            <numerusform>Conflicts (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plant::Register</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of equipment</source>
        <translation>
            <numerusform>%n piece of equipment</numerusform>
            <numerusform>%n pieces of equipment</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>store</name>
    <message numerus="yes">
        <source>The file is larger than the %n MB allowed for evidence.</source>
        <translation>
            <numerusform>The file is larger than the %n MB allowed for evidence.</numerusform>
            <numerusform>The file is larger than the %n MB allowed for evidence.</numerusform>
        </translation>
    </message>
</context>
</TS>
