<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>askmap</name>
    <message numerus="yes">
        <source>%n column(s) left out</source>
        <translation><numerusform>%n column left out</numerusform><numerusform>%n columns left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s): choose one that sees pictures.</source>
        <translation><numerusform>%n model: choose it, if it sees pictures.</numerusform><numerusform>%n models: choose one that sees pictures.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation><numerusform>%n pixel</numerusform><numerusform>%n pixels</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) in «{split}».</source>
        <translation><numerusform>%n sample in «{split}».</numerusform><numerusform>%n samples in «{split}».</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n served model(s): use one that sees pictures.</source>
        <translation><numerusform>%n served model: use it, if it sees pictures.</numerusform><numerusform>%n served models: use one that sees pictures.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation><numerusform>%n target</numerusform><numerusform>%n targets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) found.</source>
        <translation><numerusform>%n target found.</numerusform><numerusform>%n targets found.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) lie outside of what the other one looked at.</source>
        <translation><numerusform>%n target lies outside of what the other one looked at.</numerusform><numerusform>%n targets lie outside of what the other one looked at.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) written to {place}.</source>
        <translation><numerusform>%n target written to {place}.</numerusform><numerusform>%n targets written to {place}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n today, {seconds} s each (median).</source>
        <translation><numerusform>%n today, {seconds} s each (median).</numerusform><numerusform>%n today, {seconds} s each (median).</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A sample with %n target(s) was added to the data set.</source>
        <translation><numerusform>A sample with %n target was added to the data set.</numerusform><numerusform>A sample with %n targets was added to the data set.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n question(s) with all that was found?</source>
        <translation><numerusform>Delete %n question with all that was found?</numerusform><numerusform>Delete %n questions with all that was found?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Failed: the bundled models found %n target(s), and the overlap with the truth is {overlap}, less than {least}. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation><numerusform>Failed: the bundled models found %n target, and the overlap with the truth is {overlap}, less than {least}. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</numerusform><numerusform>Failed: the bundled models found %n targets, and the overlap with the truth is {overlap}, less than {least}. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Passed: found %n target(s), overlap with the truth {overlap}.</source>
        <translation><numerusform>Passed: found %n target, overlap with the truth {overlap}.</numerusform><numerusform>Passed: found %n targets, overlap with the truth {overlap}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>QGIS ended before a project with %n question(s) was saved.</source>
        <translation><numerusform>QGIS ended before a project with %n question was saved.</numerusform><numerusform>QGIS ended before a project with %n questions was saved.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Ta&amp;ke the %n open one(s)</source>
        <translation><numerusform>Ta&amp;ke the %n open one</numerusform><numerusform>Ta&amp;ke the %n open ones</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Targets of %n question(s)</source>
        <translation><numerusform>Targets of %n question</numerusform><numerusform>Targets of %n questions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The model sees 1 of every %n pixel(s) of this view.</source>
        <translation><numerusform>The model sees 1 of every %n pixel of this view.</numerusform><numerusform>The model sees 1 of every %n pixels of this view.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The models were freed after %n minute(s) without a question; the next one loads them again.</source>
        <translation><numerusform>The models were freed after %n minute without a question; the next one loads them again.</numerusform><numerusform>The models were freed after %n minutes without a question; the next one loads them again.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The pictures of %n answer(s) are taken out: {size}.</source>
        <translation><numerusform>The pictures of %n answer are taken out: {size}.</numerusform><numerusform>The pictures of %n answers are taken out: {size}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things.</source>
        <translation><numerusform>This small model knows %n kind of thing.</numerusform><numerusform>This small model knows %n kinds of things.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things: {kinds}.</source>
        <translation><numerusform>This small model knows %n kind of thing: {kinds}.</numerusform><numerusform>This small model knows %n kinds of things: {kinds}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation><numerusform>about %n minute</numerusform><numerusform>about %n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation><numerusform>about %n second</numerusform><numerusform>about %n seconds</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>«{word}»: about %n pixel(s) across in what the model sees. Zoom in to ask about it.</source>
        <translation><numerusform>«{word}»: about %n pixel across in what the model sees. Zoom in to ask about it.</numerusform><numerusform>«{word}»: about %n pixels across in what the model sees. Zoom in to ask about it.</numerusform></translation>
    </message>
</context>
</TS>
