<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>askmap</name>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation><numerusform>%n pixel</numerusform><numerusform>%n pixels</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation><numerusform>%n target</numerusform><numerusform>%n targets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) found.</source>
        <translation><numerusform>%n target found.</numerusform><numerusform>%n targets found.</numerusform></translation>
    </message>
</context>
</TS>
