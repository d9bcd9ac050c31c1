<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArticleView</name>
    <message numerus="yes">
        <source>%n line(s) set aside · show</source>
        <translation>
            <numerusform>%n line set aside · show</numerusform>
            <numerusform>%n lines set aside · show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeakersPanel</name>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermsDesk</name>
    <message numerus="yes">
        <source>%n term(s) taken over.</source>
        <translation>
            <numerusform>%n term taken over.</numerusform>
            <numerusform>%n terms taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) hold no term.</source>
        <translation>
            <numerusform>%n line holds no term.</numerusform>
            <numerusform>%n lines hold no term.</numerusform>
        </translation>
    </message>
</context>
</TS>
