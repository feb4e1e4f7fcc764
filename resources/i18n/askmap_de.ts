<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>askmap</name>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source> minutes without a question</source>
        <translation> Minuten ohne eine Frage</translation>
    </message>
    <message>
        <source> m²</source>
        <translation> m²</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) left out</source>
        <translation><numerusform>%n Spalte weggelassen</numerusform><numerusform>%n Spalten weggelassen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s): choose one that sees pictures.</source>
        <translation><numerusform>%n Modell: wählen Sie es, wenn es Bilder sieht.</numerusform><numerusform>%n Modelle: wählen Sie eines, das Bilder sieht.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation><numerusform>%n Pixel</numerusform><numerusform>%n Pixel</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) in «{split}».</source>
        <translation><numerusform>%n Beispiel in „{split}“.</numerusform><numerusform>%n Beispiele in „{split}“.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n served model(s): use one that sees pictures.</source>
        <translation><numerusform>%n bereitgestelltes Modell: benutzen Sie es, wenn es Bilder sieht.</numerusform><numerusform>%n bereitgestellte Modelle: benutzen Sie eines, das Bilder sieht.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation><numerusform>%n Ziel</numerusform><numerusform>%n Ziele</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) found.</source>
        <translation><numerusform>%n Ziel gefunden.</numerusform><numerusform>%n Ziele gefunden.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) lie outside of what the other one looked at.</source>
        <translation><numerusform>%n Ziel liegt außerhalb dessen, was die andere angesehen hat.</numerusform><numerusform>%n Ziele liegen außerhalb dessen, was die andere angesehen hat.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) written to {place}.</source>
        <translation><numerusform>%n Ziel nach {place} geschrieben.</numerusform><numerusform>%n Ziele nach {place} geschrieben.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n today, {seconds} s each (median).</source>
        <translation><numerusform>%n heute, je {seconds} s (Median).</numerusform><numerusform>%n heute, je {seconds} s (Median).</numerusform></translation>
    </message>
    <message>
        <source>&amp;Add to the map</source>
        <translation>Zur Karte &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Another one of the hub…</source>
        <translation>Ein &amp;anderes vom Hub…</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Coordinate system</source>
        <translation>&amp;KBS</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Follow up</source>
        <translation>Na&amp;chfragen</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>&amp;Holen</translation>
    </message>
    <message>
        <source>&amp;How it was asked</source>
        <translation>Wie ge&amp;fragt wurde</translation>
    </message>
    <message>
        <source>&amp;If it is there</source>
        <translation>&amp;Falls vorhanden</translation>
    </message>
    <message>
        <source>&amp;Keep the pictures of the latest</source>
        <translation>&amp;Bilder der neuesten Antworten behalten</translation>
    </message>
    <message>
        <source>&amp;Key of your account</source>
        <translation>Schl&amp;üssel Ihres Kontos</translation>
    </message>
    <message>
        <source>&amp;Layers go to</source>
        <translation>&amp;Layer kommen nach</translation>
    </message>
    <message>
        <source>&amp;Leave out parts below</source>
        <translation>&amp;Teile weglassen unter</translation>
    </message>
    <message>
        <source>&amp;Look for served models</source>
        <translation>&amp;Nach bereitgestellten Modellen suchen</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Frage</translation>
    </message>
    <message>
        <source>&amp;Reasoner</source>
        <translation>&amp;Reasoning-Modell</translation>
    </message>
    <message>
        <source>&amp;Simplify by up to</source>
        <translation>Vereinfachen um bis z&amp;u</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Stretch</source>
        <translation>&amp;Streckung</translation>
    </message>
    <message>
        <source>&amp;Targets</source>
        <translation>&amp;Ziele</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>&amp;Temperatur</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>Ausprob&amp;ieren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rüc&amp;kgängig</translation>
    </message>
    <message>
        <source>&amp;Undo the last sample</source>
        <translation>Letztes Beispiel &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Benutzen</translation>
    </message>
    <message>
        <source>0: always the likeliest word</source>
        <translation>0: immer das wahrscheinlichste Wort</translation>
    </message>
    <message>
        <source>0: never</source>
        <translation>0: nie</translation>
    </message>
    <message>
        <source>1 pixel = {length} on the ground.</source>
        <translation>1 Pixel = {length} am Boden.</translation>
    </message>
    <message>
        <source>16 bits (bfloat16): half the memory</source>
        <translation>16 Bit (bfloat16): halb so viel Speicher</translation>
    </message>
    <message>
        <source>32 bits (float32)</source>
        <translation>32 Bit (float32)</translation>
    </message>
    <message>
        <source>A QGIS on the computer {host} is installing the packages.</source>
        <translation>Ein QGIS auf dem Rechner {host} installiert gerade die Pakete.</translation>
    </message>
    <message>
        <source>A Shapefile holds no long texts, so some were cut; {file} says which.</source>
        <translation>Ein Shapefile fasst keine langen Texte, darum wurden einige gekürzt; {file} sagt, welche.</translation>
    </message>
    <message>
        <source>A folder of &amp;mine…</source>
        <translation>Ein &amp;eigener Ordner…</translation>
    </message>
    <message>
        <source>A model that does not know what that looks like has not looked for it.</source>
        <translation>Ein Modell, das nicht weiß, wie das aussieht, hat nicht danach gesucht.</translation>
    </message>
    <message>
        <source>A multimodal language model on this computer reasons about the question and points, and a segmenter turns that into polygons and a mask. The question may name a function or an implication («where could a helicopter land?»). Nothing found is an answer too: no polygons, and the log says why.</source>
        <translation>Ein multimodales Sprachmodell auf diesem Computer denkt über die Frage nach und zeigt, was sie beantwortet; ein Segmentierungsmodell macht daraus Polygone und eine Maske. Die Frage darf eine Funktion oder eine Folgerung nennen („Wo könnte ein Hubschrauber landen?“). Auch „nichts gefunden“ ist eine Antwort: keine Polygone, und das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>A new language is spoken when QGIS starts again.</source>
        <translation>Eine neue Sprache gilt, wenn QGIS neu gestartet wird.</translation>
    </message>
    <message>
        <source>A raster holds the targets of one question.</source>
        <translation>Ein Raster fasst die Ziele einer einzigen Frage.</translation>
    </message>
    <message>
        <source>A reasoner that a server runs</source>
        <translation>Ein Reasoner, den ein Server ausführt</translation>
    </message>
    <message numerus="yes">
        <source>A sample with %n target(s) was added to the data set.</source>
        <translation><numerusform>Ein Beispiel mit %n Ziel wurde dem Datensatz hinzugefügt.</numerusform><numerusform>Ein Beispiel mit %n Zielen wurde dem Datensatz hinzugefügt.</numerusform></translation>
    </message>
    <message>
        <source>A target has no place in the coordinate system {crs}.</source>
        <translation>Ein Ziel hat keinen Platz im Koordinatenbezugssystem {crs}.</translation>
    </message>
    <message>
        <source>A view has no coordinate system, so its targets have no place on earth.</source>
        <translation>Ein Ausschnitt hat kein Koordinatenbezugssystem, darum haben seine Ziele keinen Platz auf der Erde.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept all open</source>
        <translation>Alle offenen annehmen</translation>
    </message>
    <message>
        <source>Accept target {number}</source>
        <translation>Ziel {number} annehmen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Accepted and open</source>
        <translation>Angenommene und offene</translation>
    </message>
    <message>
        <source>Add a layer with imagery, then ask again.</source>
        <translation>Fügen Sie einen Layer mit Bilddaten hinzu und fragen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Add it yourself where you trust it.</source>
        <translation>Fügen Sie sie selbst hinzu, wenn Sie ihr vertrauen.</translation>
    </message>
    <message>
        <source>Add your network's certificate in Settings &gt; Options &gt; Authentication, then try again.</source>
        <translation>Fügen Sie das Zertifikat Ihres Netzes unter Einstellungen &gt; Optionen &gt; Authentifizierung hinzu und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Added to the data set: nothing here answers. If something does, undo it and draw that.</source>
        <translation>Zum Datensatz hinzugefügt: Nichts hier ist die Antwort. Falls doch, nehmen Sie es zurück und zeichnen Sie es.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All outlines together overlap by {overlap} (intersection over union).</source>
        <translation>Alle Umrisse zusammen überlappen sich zu {overlap} (Schnitt durch Vereinigung).</translation>
    </message>
    <message>
        <source>All packages are installed in QGIS's profile.</source>
        <translation>Alle Pakete sind im Profil von QGIS installiert.</translation>
    </message>
    <message>
        <source>All, the rejected too</source>
        <translation>Alle, auch die abgelehnten</translation>
    </message>
    <message>
        <source>An installation has not ended; what was fetched is kept.</source>
        <translation>Eine Installation ist nicht zu Ende geführt; was schon geholt wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>And a second one.</source>
        <translation>Und auf eine zweite.</translation>
    </message>
    <message>
        <source>Another QGIS is installing the packages.</source>
        <translation>Ein anderes QGIS installiert gerade die Pakete.</translation>
    </message>
    <message>
        <source>Another QGIS uses that history now.</source>
        <translation>Ein anderes QGIS benutzt diesen Verlauf gerade.</translation>
    </message>
    <message>
        <source>Another question is being answered.</source>
        <translation>Eine andere Frage wird gerade beantwortet.</translation>
    </message>
    <message>
        <source>Answer &amp;format</source>
        <translation>Antwort&amp;format</translation>
    </message>
    <message>
        <source>Answer format</source>
        <translation>Antwortformat</translation>
    </message>
    <message>
        <source>Answers and the history with its pictures are kept in files beside the project, or in your QGIS profile where that cannot be.</source>
        <translation>Antworten und der Verlauf mit seinen Bildern liegen in Dateien neben dem Projekt oder, wo das nicht geht, in Ihrem QGIS-Profil.</translation>
    </message>
    <message>
        <source>Apple graphics (mps)</source>
        <translation>Apple-Grafik (mps)</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Area in pixels of the view</source>
        <translation>Fläche in Pixeln des Ausschnitts</translation>
    </message>
    <message>
        <source>Area on the ellipsoid in square metres</source>
        <translation>Fläche auf dem Ellipsoid in Quadratmetern</translation>
    </message>
    <message>
        <source>Arrows, with Shift</source>
        <translation>Pfeile, mit Umschalt</translation>
    </message>
    <message>
        <source>As last time: {what}.</source>
        <translation>Wie beim letzten Mal: {what}.</translation>
    </message>
    <message>
        <source>As styled</source>
        <translation>Wie dargestellt</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>As usual instead</source>
        <translation>Stattdessen wie üblich</translation>
    </message>
    <message>
        <source>As&amp;k</source>
        <translation>Fra&amp;gen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask &amp;about</source>
        <translation>Fragen &amp;zu</translation>
    </message>
    <message>
        <source>Ask a question about a raster</source>
        <translation>Eine Frage zu einem Raster stellen</translation>
    </message>
    <message>
        <source>Ask a&amp;gain…</source>
        <translation>Erne&amp;ut fragen…</translation>
    </message>
    <message>
        <source>Ask about</source>
        <translation>Fragen zu</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Ask again to decide anew, or choose a reasoner on this computer in the options.</source>
        <translation>Fragen Sie noch einmal, um neu zu entscheiden, oder wählen Sie in den Optionen einen Reasoner auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Ask again, or choose another format.</source>
        <translation>Fragen Sie erneut, oder wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>Ask again. If it happens again, install the packages of the engine again.</source>
        <translation>Fragen Sie noch einmal. Wenn es wieder geschieht, installieren Sie die Pakete der Engine neu.</translation>
    </message>
    <message>
        <source>Ask for leave to write there, or choose another folder for results in AskMap's options.</source>
        <translation>Lassen Sie sich dort Schreibrechte geben, oder wählen Sie in den Optionen von AskMap einen anderen Ordner für Ergebnisse.</translation>
    </message>
    <message>
        <source>Ask for one of them, draw yourself what you see, or choose another model:</source>
        <translation>Fragen Sie nach einem davon, zeichnen Sie selbst, was Sie sehen, oder wählen Sie ein anderes Modell:</translation>
    </message>
    <message>
        <source>Ask for something else, draw yourself what you see, or choose another model:</source>
        <translation>Fragen Sie nach etwas anderem, zeichnen Sie selbst, was Sie sehen, oder wählen Sie ein anderes Modell:</translation>
    </message>
    <message>
        <source>Ask one question in AskMap's dock first, and agree there.</source>
        <translation>Stellen Sie zuerst eine Frage im AskMap-Bedienfeld, und stimmen Sie dort zu.</translation>
    </message>
    <message>
        <source>Ask who runs this computer to allow it, or choose a folder that already holds the packages.</source>
        <translation>Bitten Sie, wer diesen Rechner betreut, es zu erlauben, oder wählen Sie einen Ordner, in dem die Pakete schon liegen.</translation>
    </message>
    <message>
        <source>AskMap can install them into QGIS's profile:</source>
        <translation>AskMap kann sie in das Profil von QGIS installieren:</translation>
    </message>
    <message>
        <source>AskMap cannot install packages on this kind of computer ({machine}).</source>
        <translation>AskMap kann auf dieser Art von Rechner keine Pakete installieren ({machine}).</translation>
    </message>
    <message>
        <source>AskMap does not load it itself yet. Let a program such as LM Studio serve it, then look for served models here.</source>
        <translation>AskMap lädt es selbst noch nicht. Lassen Sie es von einem Programm wie LM Studio bereitstellen, und suchen Sie dann hier nach bereitgestellten Modellen.</translation>
    </message>
    <message>
        <source>AskMap downloads nothing unasked: «Models…» gets models, checks them, and finds those here.</source>
        <translation>AskMap lädt nichts ungefragt herunter: „Modelle…“ holt Modelle, prüft sie und findet, was schon hier ist.</translation>
    </message>
    <message>
        <source>AskMap met a bug of its own.</source>
        <translation>In AskMap ist ein eigener Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>AskMap report</source>
        <translation>AskMap-Bericht</translation>
    </message>
    <message>
        <source>AskMap version</source>
        <translation>AskMap-Version</translation>
    </message>
    <message>
        <source>AskMap was updated. What is new:</source>
        <translation>AskMap wurde aktualisiert. Was neu ist:</translation>
    </message>
    <message>
        <source>AskMap's engine needs packages that this QGIS does not have ({packages}). Install them here, or choose a folder that already holds them.</source>
        <translation>AskMaps Engine braucht Pakete, die dieses QGIS nicht hat ({packages}). Installieren Sie sie hier, oder wählen Sie einen Ordner, der sie schon enthält.</translation>
    </message>
    <message>
        <source>AskMap's version</source>
        <translation>Version von AskMap</translation>
    </message>
    <message>
        <source>AskMap: a mask to keep</source>
        <translation>AskMap: eine Maske zum Behalten</translation>
    </message>
    <message>
        <source>AskMap: ask</source>
        <translation>AskMap: fragen</translation>
    </message>
    <message>
        <source>AskMap: checking {name}</source>
        <translation>AskMap: {name} wird geprüft</translation>
    </message>
    <message>
        <source>AskMap: deleting {name}</source>
        <translation>AskMap: {name} wird gelöscht</translation>
    </message>
    <message>
        <source>AskMap: drawing the mask</source>
        <translation>AskMap: Maske wird gezeichnet</translation>
    </message>
    <message>
        <source>AskMap: export</source>
        <translation>AskMap: Export</translation>
    </message>
    <message>
        <source>AskMap: fetching {name}</source>
        <translation>AskMap: {name} wird geholt</translation>
    </message>
    <message>
        <source>AskMap: freeing the memory of the models</source>
        <translation>AskMap: Speicher der Modelle wird frei</translation>
    </message>
    <message>
        <source>AskMap: go to the question</source>
        <translation>AskMap: zur Frage</translation>
    </message>
    <message>
        <source>AskMap: installing the packages</source>
        <translation>AskMap: Die Pakete werden installiert</translation>
    </message>
    <message>
        <source>AskMap: loading the models</source>
        <translation>AskMap: Modelle werden geladen</translation>
    </message>
    <message>
        <source>AskMap: looking at the database</source>
        <translation>AskMap: Datenbank wird angesehen</translation>
    </message>
    <message>
        <source>AskMap: looking at the picture</source>
        <translation>AskMap: Bild wird angesehen</translation>
    </message>
    <message>
        <source>AskMap: looking at this computer</source>
        <translation>AskMap: sieht nach, was dieser Rechner hat</translation>
    </message>
    <message>
        <source>AskMap: looking for models</source>
        <translation>AskMap: sucht nach Modellen</translation>
    </message>
    <message>
        <source>AskMap: models</source>
        <translation>AskMap: Modelle</translation>
    </message>
    <message>
        <source>AskMap: outlines to export</source>
        <translation>AskMap: zu exportierende Umrisse</translation>
    </message>
    <message>
        <source>AskMap: pixels leave this computer</source>
        <translation>AskMap: Pixel verlassen diesen Rechner</translation>
    </message>
    <message>
        <source>AskMap: self-test</source>
        <translation>AskMap: Selbsttest</translation>
    </message>
    <message>
        <source>AskMap: stop</source>
        <translation>AskMap: anhalten</translation>
    </message>
    <message>
        <source>AskMap: target {number}</source>
        <translation>AskMap: Ziel {number}</translation>
    </message>
    <message>
        <source>AskMap: teach on the map</source>
        <translation>AskMap: auf der Karte lehren</translation>
    </message>
    <message>
        <source>AskMap: thin out pictures</source>
        <translation>AskMap: Bilder ausdünnen</translation>
    </message>
    <message>
        <source>AskMap: trying {name}</source>
        <translation>AskMap: {name} wird ausprobiert</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt am</translation>
    </message>
    <message>
        <source>Asking {server}…</source>
        <translation>{server} wird gefragt…</translation>
    </message>
    <message>
        <source>At most:</source>
        <translation>Höchstens:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to «{layer}»</source>
        <translation>Zurück zu „{layer}“</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Before your first question</source>
        <translation>Vor Ihrer ersten Frage</translation>
    </message>
    <message>
        <source>Being answered: «{question}»</source>
        <translation>Wird beantwortet: „{question}“</translation>
    </message>
    <message>
        <source>Being answered…</source>
        <translation>Wird beantwortet…</translation>
    </message>
    <message>
        <source>Both answers are then shown side by side. A seed matters above temperature 0 only.</source>
        <translation>Beide Antworten werden dann nebeneinander gezeigt. Ein Startwert zählt nur bei einer Temperatur über 0.</translation>
    </message>
    <message>
        <source>Box that the segmenter was given, in pixels of the view</source>
        <translation>Rahmen, den das Segmentierungsmodell bekam, in Pixeln des Ausschnitts</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Das zuletzt Gelöschte zurückholen</translation>
    </message>
    <message>
        <source>Bundles of packages</source>
        <translation>Bündel mit Paketen</translation>
    </message>
    <message>
        <source>By keyboard: arrows move a cross, + and - click there, B begins and ends a box.</source>
        <translation>Mit der Tastatur: Pfeiltasten bewegen ein Kreuz, + und - klicken dort, B beginnt und beendet einen Rahmen.</translation>
    </message>
    <message>
        <source>By keyboard: arrows move a cross, B begins and ends a box.</source>
        <translation>Mit der Tastatur: Pfeiltasten bewegen ein Kreuz, B beginnt und beendet einen Rahmen.</translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check the network and the proxy in QGIS's options, then try again: what was fetched is kept.</source>
        <translation>Prüfen Sie das Netz und den Proxy in den Optionen von QGIS und versuchen Sie es noch einmal: Was schon geholt wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Choose a file that the command «askmap bundle» has made, and that was copied here to its end.</source>
        <translation>Wählen Sie eine Datei, die der Befehl „askmap bundle“ erstellt hat und die vollständig hierher kopiert wurde.</translation>
    </message>
    <message>
        <source>Choose a folder that already holds the packages.</source>
        <translation>Wählen Sie einen Ordner, der die Pakete schon enthält.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png.</source>
        <translation>Wählen Sie einen Namen, der auf .png endet.</translation>
    </message>
    <message>
        <source>Choose a reasoner such as Qwen-VL, or a segmenter such as SAM2.</source>
        <translation>Wählen Sie ein Reasoning-Modell wie Qwen-VL oder ein Segmentierungsmodell wie SAM2.</translation>
    </message>
    <message>
        <source>Choose another coordinate system.</source>
        <translation>Wählen Sie ein anderes Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>Choose another file name, or remove the layer from the map first.</source>
        <translation>Wählen Sie einen anderen Dateinamen, oder entfernen Sie den Layer zuerst von der Karte.</translation>
    </message>
    <message>
        <source>Choose another table, or leave these columns out.</source>
        <translation>Wählen Sie eine andere Tabelle, oder lassen Sie diese Spalten weg.</translation>
    </message>
    <message>
        <source>Choose it again in AskMap's options; its password is the key.</source>
        <translation>Wählen Sie ihn in AskMaps Optionen noch einmal; sein Passwort ist der Schlüssel.</translation>
    </message>
    <message>
        <source>Choose models…</source>
        <translation>Modelle wählen…</translation>
    </message>
    <message>
        <source>Choose other targets, or smaller areas to leave out.</source>
        <translation>Wählen Sie andere Ziele, oder lassen Sie nur kleinere Flächen weg.</translation>
    </message>
    <message>
        <source>Choose the bundle</source>
        <translation>Bündel auswählen</translation>
    </message>
    <message>
        <source>Choose the folder of a model: it holds config.json and *.safetensors</source>
        <translation>Wählen Sie den Ordner eines Modells: Er enthält config.json und *.safetensors</translation>
    </message>
    <message>
        <source>Choose the folder of the data set first.</source>
        <translation>Wählen Sie zuerst den Ordner des Datensatzes.</translation>
    </message>
    <message>
        <source>Choose the folder of the data set on the page «Teach» first.</source>
        <translation>Wählen Sie zuerst auf der Seite „Lehren“ den Ordner des Datensatzes.</translation>
    </message>
    <message>
        <source>Choosing the packages</source>
        <translation>Die Pakete werden ausgewählt</translation>
    </message>
    <message>
        <source>Cl&amp;ass</source>
        <translation>&amp;Klasse</translation>
    </message>
    <message>
        <source>Click a point on the target, or press Space there.</source>
        <translation>Klicken Sie auf eine Stelle des Ziels, oder drücken Sie dort die Leertaste.</translation>
    </message>
    <message>
        <source>Click on the new target, or drag a box around it; Esc ends.</source>
        <translation>Klicken Sie auf das neue Ziel, oder ziehen Sie einen Rahmen darum; Esc beendet.</translation>
    </message>
    <message>
        <source>Click what belongs to it, right-click what does not, or drag a box; X cuts a part off by hand, Enter accepts it.</source>
        <translation>Klicken Sie auf das, was dazugehört, mit rechts auf das, was nicht dazugehört, oder ziehen Sie einen Rahmen; X schneidet von Hand etwas ab, Enter nimmt es an.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close it or wait for its answer, then try again; «askmap serve --end» ends a service.</source>
        <translation>Beenden Sie es oder warten Sie seine Antwort ab und versuchen Sie es dann noch einmal; «askmap serve --end» beendet einen Dienst.</translation>
    </message>
    <message>
        <source>Close other programs that use its file, then open the answer again from the history.</source>
        <translation>Schließen Sie andere Programme, die die Datei benutzen, und öffnen Sie die Antwort dann erneut aus dem Verlauf.</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns: {count} of {all}</source>
        <translation>Spalten: {count} von {all}</translation>
    </message>
    <message>
        <source>Comp&amp;are</source>
        <translation>Verglei&amp;chen</translation>
    </message>
    <message>
        <source>Compare the answers of models that know it.</source>
        <translation>Vergleichen Sie die Antworten von Modellen, die es kennen.</translation>
    </message>
    <message>
        <source>Compare two answers</source>
        <translation>Zwei Antworten vergleichen</translation>
    </message>
    <message>
        <source>Compare two questions about the same imagery.</source>
        <translation>Vergleichen Sie zwei Fragen zu denselben Bilddaten.</translation>
    </message>
    <message>
        <source>Compute o&amp;n</source>
        <translation>Bere&amp;chnen auf</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Confidence that the target is right, 0 to 1, where the reasoner states one</source>
        <translation>Sicherheit, dass das Ziel stimmt, 0 bis 1, sofern das Reasoning-Modell eine angibt</translation>
    </message>
    <message>
        <source>Confidence {percent} %: of targets that the model was as sure of, so many were right.</source>
        <translation>Sicherheit {percent} %: So viele der Ziele, bei denen das Modell ebenso sicher war, stimmten.</translation>
    </message>
    <message>
        <source>Cop&amp;y diagnostics</source>
        <translation>Diagnose k&amp;opieren</translation>
    </message>
    <message>
        <source>Copied: whoever pastes it as a question asks the same.</source>
        <translation>Kopiert: Wer es als Frage einfügt, fragt dasselbe.</translation>
    </message>
    <message>
        <source>Copy as preset</source>
        <translation>Als Fragevorlage kopieren</translation>
    </message>
    <message>
        <source>Copy it here once more, or make it anew.</source>
        <translation>Kopieren Sie es noch einmal hierher, oder erstellen Sie es neu.</translation>
    </message>
    <message>
        <source>Copy it to this computer's own disk, and choose it there.</source>
        <translation>Kopieren Sie es auf die Festplatte dieses Computers, und wählen Sie es dort.</translation>
    </message>
    <message>
        <source>Copy the reasoning</source>
        <translation>Begründung kopieren</translation>
    </message>
    <message>
        <source>Cor&amp;ners</source>
        <translation>E&amp;cken</translation>
    </message>
    <message>
        <source>Corners were made right ones.</source>
        <translation>Ecken wurden rechtwinklig gemacht.</translation>
    </message>
    <message>
        <source>Correct it on the map</source>
        <translation>Auf der Karte korrigieren</translation>
    </message>
    <message>
        <source>Correct them in Settings &gt; Options &gt; Network, then try again.</source>
        <translation>Berichtigen Sie beides unter Einstellungen &gt; Optionen &gt; Netzwerk und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Cut it off by hand</source>
        <translation>Von Hand abschneiden</translation>
    </message>
    <message>
        <source>Cut target {number}</source>
        <translation>Ziel {number} zuschneiden</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Decide about several targets</source>
        <translation>Über mehrere Ziele entscheiden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n question(s) with all that was found?</source>
        <translation><numerusform>%n Frage mit allem, was gefunden wurde, löschen?</numerusform><numerusform>%n Fragen mit allem, was gefunden wurde, löschen?</numerusform></translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>Ein Modell löschen</translation>
    </message>
    <message>
        <source>Delete {name}? {size} of the disk come free.</source>
        <translation>{name} löschen? Auf dem Datenträger werden {size} frei.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Drag a box around a target, or press Space at its corner.</source>
        <translation>Ziehen Sie einen Rahmen um ein Ziel, oder drücken Sie an seiner Ecke die Leertaste.</translation>
    </message>
    <message>
        <source>Drag a box around the whole target instead.</source>
        <translation>Ziehen Sie stattdessen einen Rahmen um das ganze Ziel.</translation>
    </message>
    <message>
        <source>Drag a line around what is to be cut off the target; Esc ends without a cut.</source>
        <translation>Ziehen Sie eine Linie um das, was vom Ziel abgeschnitten werden soll; Esc beendet ohne Schnitt.</translation>
    </message>
    <message>
        <source>Drag to move, turn the wheel to zoom</source>
        <translation>Ziehen verschiebt, das Mausrad zoomt</translation>
    </message>
    <message>
        <source>Draw a new target</source>
        <translation>Neues Ziel zeichnen</translation>
    </message>
    <message>
        <source>Draw target {number}</source>
        <translation>Ziel {number} zeichnen</translation>
    </message>
    <message>
        <source>Draw the box of the next target, or press Enter to keep those that are drawn.</source>
        <translation>Zeichnen Sie den Rahmen des nächsten Ziels, oder drücken Sie Enter, um die gezeichneten zu behalten.</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Each pixel once (1)</source>
        <translation>Jedes Pixel einmal (1)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit by hand</source>
        <translation>Von Hand bearbeiten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter keeps it, M begins another target, Backspace goes back, Esc drops it.</source>
        <translation>Enter behält es, M beginnt ein weiteres Ziel, die Rücktaste geht zurück, Esc verwirft es.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Everywhere in QGIS:</source>
        <translation>Überall in QGIS:</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>Export it alone, as a GeoPackage.</source>
        <translation>Exportieren Sie sie allein, als GeoPackage.</translation>
    </message>
    <message>
        <source>Export it as a GeoPackage, in its own coordinate system.</source>
        <translation>Exportieren Sie es als GeoPackage, in seinem eigenen Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>Export targets</source>
        <translation>Ziele exportieren</translation>
    </message>
    <message>
        <source>Export the questions one by one.</source>
        <translation>Exportieren Sie die Fragen einzeln.</translation>
    </message>
    <message>
        <source>Exported to {place}.</source>
        <translation>Nach {place} exportiert.</translation>
    </message>
    <message numerus="yes">
        <source>Failed: the bundled models found %n target(s), and the overlap with the truth is {overlap}, less than {least}. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation><numerusform>Nicht bestanden: Die mitgelieferten Modelle haben %n Ziel gefunden, und die Überlappung mit der Wahrheit ist {overlap}, weniger als {least}. Installieren Sie AskMap neu; wenn das nichts ändert, melden Sie es mit der kopierten Diagnose.</numerusform><numerusform>Nicht bestanden: Die mitgelieferten Modelle haben %n Ziele gefunden, und die Überlappung mit der Wahrheit ist {overlap}, weniger als {least}. Installieren Sie AskMap neu; wenn das nichts ändert, melden Sie es mit der kopierten Diagnose.</numerusform></translation>
    </message>
    <message>
        <source>Failed: the bundled models say that they do not know what the self-test asks for. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation>Nicht bestanden: Die mitgelieferten Modelle sagen, dass sie nicht wissen, wonach der Selbsttest fragt. Installieren Sie AskMap neu; wenn das nichts ändert, melden Sie es mit der kopierten Diagnose.</translation>
    </message>
    <message>
        <source>Fetched by AskMap: {size}, in {folder}</source>
        <translation>Von AskMap geholt: {size}, in {folder}</translation>
    </message>
    <message>
        <source>Fetching the installer</source>
        <translation>Das Installationsprogramm wird geholt</translation>
    </message>
    <message>
        <source>Fetching the installer: {done} of {total} MB</source>
        <translation>Das Installationsprogramm wird geholt: {done} von {total} MB</translation>
    </message>
    <message>
        <source>Fetching the packages</source>
        <translation>Die Pakete werden geholt</translation>
    </message>
    <message>
        <source>Fetching the packages: {done} of {total} MB</source>
        <translation>Die Pakete werden geholt: {done} von {total} MB</translation>
    </message>
    <message>
        <source>Fill &amp;holes below</source>
        <translation>&amp;Löcher füllen unter</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>Fo&amp;rmat</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>Ordner des Datensatzes</translation>
    </message>
    <message>
        <source>Folder with the &amp;packages</source>
        <translation>Ordner mit den &amp;Paketen</translation>
    </message>
    <message>
        <source>Folder with the packages</source>
        <translation>Ordner mit den Paketen</translation>
    </message>
    <message>
        <source>Follows up</source>
        <translation>Nachfrage zu</translation>
    </message>
    <message>
        <source>For a computer without a network: a file that another one makes with «{command}». Take it only from those whom you trust.</source>
        <translation>Für einen Computer ohne Netz: eine Datei, die ein anderer mit „{command}“ erstellt. Nehmen Sie sie nur von jemandem, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>Found by both: {both}; on the left only: {left}; on the right only: {right}.</source>
        <translation>Von beiden gefunden: {both}; nur links: {left}; nur rechts: {right}.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Free some space, then try again: what was fetched is kept.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es dann noch einmal: Was schon geholt wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Free the models after</source>
        <translation>Modelle freigeben nach</translation>
    </message>
    <message>
        <source>Get another model</source>
        <translation>Ein anderes Modell holen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Go on installing</source>
        <translation>Weiter installieren</translation>
    </message>
    <message>
        <source>Go to the opposite corner: click, or press Space.</source>
        <translation>Gehen Sie zur gegenüberliegenden Ecke: Klicken Sie, oder drücken Sie die Leertaste.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Holes below {area} m² were filled.</source>
        <translation>Löcher unter {area} m² wurden gefüllt.</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>How far the installation is</source>
        <translation>Wie weit die Installation ist</translation>
    </message>
    <message>
        <source>How it was asked</source>
        <translation>Wie gefragt wurde</translation>
    </message>
    <message>
        <source>How large a pixel is on the ground is unknown: the view has no coordinate system.</source>
        <translation>Wie groß ein Pixel am Boden ist, ist unbekannt: Der Ausschnitt hat kein Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>How sure the segmenter is of the outline, 0 to 1</source>
        <translation>Wie sicher sich das Segmentierungsmodell des Umrisses ist, 0 bis 1</translation>
    </message>
    <message>
        <source>How the targets are sorted</source>
        <translation>Wie die Ziele sortiert sind</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>Bilddaten</translation>
    </message>
    <message>
        <source>In a process of its own, the engine cannot take QGIS along when it crashes.</source>
        <translation>In einem eigenen Prozess kann die Engine QGIS nicht mitreißen, wenn sie abstürzt.</translation>
    </message>
    <message>
        <source>Install a newer QGIS, or choose a folder that already holds the packages.</source>
        <translation>Installieren Sie ein neueres QGIS, oder wählen Sie einen Ordner, der die Pakete schon enthält.</translation>
    </message>
    <message>
        <source>Install from a bundle…</source>
        <translation>Aus einem Bündel installieren…</translation>
    </message>
    <message>
        <source>Install the packages</source>
        <translation>Pakete installieren</translation>
    </message>
    <message>
        <source>Install them again</source>
        <translation>Noch einmal installieren</translation>
    </message>
    <message>
        <source>Install them again with the button in the dock, or choose a folder with others.</source>
        <translation>Installieren Sie sie mit der Schaltfläche im Bedienfeld neu, oder wählen Sie einen Ordner mit anderen.</translation>
    </message>
    <message>
        <source>Install those for the graphics card</source>
        <translation>Die für die Grafikkarte installieren</translation>
    </message>
    <message>
        <source>Installing the packages</source>
        <translation>Die Pakete werden installiert</translation>
    </message>
    <message>
        <source>It can go on in the background. If it stops, what has come is kept for the next time.</source>
        <translation>Das kann im Hintergrund weitergehen. Wenn es anhält, bleibt erhalten, was schon da ist.</translation>
    </message>
    <message>
        <source>It has no models yet: load one there that sees pictures.</source>
        <translation>Er hat noch keine Modelle: laden Sie dort eines, das Bilder sieht.</translation>
    </message>
    <message>
        <source>It is served at {address}.</source>
        <translation>Es wird bereitgestellt unter {address}.</translation>
    </message>
    <message>
        <source>It is used where it lies, never copied; to delete it, delete it there.</source>
        <translation>Es wird benutzt, wo es liegt, und nie kopiert; wer es löschen will, löscht es dort.</translation>
    </message>
    <message>
        <source>It lies in {folder}.</source>
        <translation>Es liegt in {folder}.</translation>
    </message>
    <message>
        <source>It lies on the pixels of the view, in their own coordinate system.</source>
        <translation>Es liegt auf den Pixeln des Ausschnitts, in deren eigenem Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>It needs about {needed} of main memory without a graphics card; this computer has {has}.</source>
        <translation>Es braucht ohne Grafikkarte etwa {needed} Hauptspeicher; dieser Rechner hat {has}.</translation>
    </message>
    <message>
        <source>It needs about {needed} on a graphics card; the one here has {graphics}.</source>
        <translation>Es braucht auf einer Grafikkarte etwa {needed}; die hier hat {graphics}.</translation>
    </message>
    <message>
        <source>It shows {source}.</source>
        <translation>Es zeigt {source}.</translation>
    </message>
    <message>
        <source>Its files have changed since: check it, or delete it and get it again.</source>
        <translation>Seine Dateien haben sich seitdem geändert: Prüfen Sie es, oder löschen Sie es und holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Sein Schlüssel</translation>
    </message>
    <message>
        <source>Its model</source>
        <translation>Sein Modell</translation>
    </message>
    <message>
        <source>Its name at the hub, such as owner/name:</source>
        <translation>Sein Name beim Hub, etwa besitzer/name:</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>JSON-Dokument</translation>
    </message>
    <message>
        <source>JSON document, as text</source>
        <translation>JSON-Dokument, als Text</translation>
    </message>
    <message>
        <source>Keep the segmenter's mas&amp;k in the sample</source>
        <translation>&amp;Maske des Segmentierungsmodells im Beispiel behalten</translation>
    </message>
    <message>
        <source>Kept, though this question was taught on this picture before: one sample should hold all targets.</source>
        <translation>Behalten, obwohl diese Frage zu diesem Bild schon gelehrt wurde: Ein Beispiel sollte alle Ziele enthalten.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Behalten.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys on the map</source>
        <translation>Tasten auf der Karte</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Language model that pointed at the target</source>
        <translation>Sprachmodell, das auf das Ziel gezeigt hat</translation>
    </message>
    <message>
        <source>Language of As&amp;kMap</source>
        <translation>Sprache von As&amp;kMap</translation>
    </message>
    <message>
        <source>Language of ans&amp;wers</source>
        <translation>Sprache der Ant&amp;worten</translation>
    </message>
    <message>
        <source>Language of the answer</source>
        <translation>Sprache der Antwort</translation>
    </message>
    <message>
        <source>Last samples</source>
        <translation>Letzte Beispiele</translation>
    </message>
    <message>
        <source>Layers are written to {folder}. The history with its pictures is kept beside the project, or in your QGIS profile where that cannot be.</source>
        <translation>Layer werden nach {folder} geschrieben. Der Verlauf mit seinen Bildern liegt neben dem Projekt oder, wo das nicht geht, in Ihrem QGIS-Profil.</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Leave out &amp;rejected targets</source>
        <translation>Abgelehnte Ziele &amp;weglassen</translation>
    </message>
    <message>
        <source>Leave target {number} open</source>
        <translation>Ziel {number} offen lassen</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence: {licence}. Read the model's own page before you use it.</source>
        <translation>Lizenz: {licence}. Lesen Sie die Seite des Modells, bevor Sie es benutzen.</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Modelle werden geladen</translation>
    </message>
    <message>
        <source>Loading the models, only once: {percent} %</source>
        <translation>Die Modelle werden geladen, nur dieses eine Mal: {percent} %</translation>
    </message>
    <message>
        <source>Loading {load} s, reasoning {reason} s, masks {segment} s, on {device}.</source>
        <translation>Laden {load} s, Denken {reason} s, Masken {segment} s, auf {device}.</translation>
    </message>
    <message>
        <source>Loads it, and asks it the bundled questions about real pictures</source>
        <translation>Lädt es und stellt ihm die mitgelieferten Fragen zu echten Bildern</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>Nach seinen Modellen sehen</translation>
    </message>
    <message>
        <source>Look whether the server runs and whether you may write there.</source>
        <translation>Sehen Sie nach, ob der Server läuft und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>Look whether you may write there, or choose another table.</source>
        <translation>Sehen Sie nach, ob Sie dort schreiben dürfen, oder wählen Sie eine andere Tabelle.</translation>
    </message>
    <message>
        <source>Looking at the map</source>
        <translation>Karte wird angesehen</translation>
    </message>
    <message>
        <source>Looking for programs on this computer that serve models…</source>
        <translation>Suche nach Programmen auf diesem Rechner, die Modelle bereitstellen…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>M&amp;odelle…</translation>
    </message>
    <message>
        <source>Make QGIS's profile writable, or choose a folder that already holds the packages.</source>
        <translation>Machen Sie das Profil von QGIS beschreibbar, oder wählen Sie einen Ordner, der die Pakete schon enthält.</translation>
    </message>
    <message>
        <source>Make a training sample of what was accepted</source>
        <translation>Aus dem Angenommenen ein Trainingsbeispiel machen</translation>
    </message>
    <message>
        <source>Make it in the Browser panel, under PostgreSQL.</source>
        <translation>Legen Sie sie im Bedienfeld „Browser“ unter PostgreSQL an.</translation>
    </message>
    <message>
        <source>Make one on a computer with a network: {command}</source>
        <translation>Erstellen Sie eines auf einem Computer mit Netz: {command}</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>Darf leer bleiben</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Model that outlined the target</source>
        <translation>Modell, das das Ziel umrissen hat</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card (cuda)</source>
        <translation>Grafikkarte von NVIDIA oder AMD (cuda)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Native pixels</source>
        <translation>Originalpixel</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No part of the layer «{layer}» lies there.</source>
        <translation>Dort liegt kein Teil des Layers „{layer}“.</translation>
    </message>
    <message>
        <source>No program can be run in {place}: {reason}.</source>
        <translation>In {place} kann kein Programm gestartet werden: {reason}.</translation>
    </message>
    <message>
        <source>No program on this computer serves models. Type the address of another one in the options.</source>
        <translation>Kein Programm auf diesem Rechner stellt Modelle bereit. Die Adresse eines anderen Rechners kommt in die Optionen.</translation>
    </message>
    <message>
        <source>No raster is open yet.</source>
        <translation>Es ist noch kein Raster geöffnet.</translation>
    </message>
    <message>
        <source>No target is accepted or open.</source>
        <translation>Kein Ziel ist angenommen oder offen.</translation>
    </message>
    <message>
        <source>No target is accepted yet.</source>
        <translation>Noch kein Ziel ist angenommen.</translation>
    </message>
    <message>
        <source>No targets. Draw one where you see one.</source>
        <translation>Keine Ziele. Zeichnen Sie eines, wo Sie eines sehen.</translation>
    </message>
    <message>
        <source>None of the chosen targets is left to export.</source>
        <translation>Von den gewählten Zielen ist keines zum Exportieren übrig.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on target {number}</source>
        <translation>Notiz zu Ziel {number}</translation>
    </message>
    <message>
        <source>Nothin&amp;g here answers the question</source>
        <translation>Ni&amp;chts hier beantwortet die Frage</translation>
    </message>
    <message>
        <source>Nothing found. In the model's words: «{words}»</source>
        <translation>Nichts gefunden. In den Worten des Modells: «{words}»</translation>
    </message>
    <message>
        <source>Nothing found; the model gave no reason.</source>
        <translation>Nichts gefunden; das Modell nannte keinen Grund.</translation>
    </message>
    <message>
        <source>Nothing in the history has these words.</source>
        <translation>Nichts im Verlauf enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer unless you export it yourself, and AskMap downloads nothing. Layers from the web are fetched by QGIS, as always.</source>
        <translation>Nichts verlässt diesen Computer, außer Sie exportieren es selbst, und AskMap lädt nichts herunter. Layer aus dem Web holt QGIS, wie immer.</translation>
    </message>
    <message>
        <source>Nothing of the target lies in that line. Press X to cut again.</source>
        <translation>In dieser Linie liegt nichts vom Ziel. X drücken, um noch einmal zu schneiden.</translation>
    </message>
    <message>
        <source>Nothing was asked in this project yet.</source>
        <translation>In diesem Projekt wurde noch nichts gefragt.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Es wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing was sent to {server}.</source>
        <translation>An {server} wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent to {server}: nobody has agreed to it yet.</source>
        <translation>An {server} wurde nichts gesendet: noch hat niemand zugestimmt.</translation>
    </message>
    <message>
        <source>Nothing would be left of the target: remove it with Delete instead.</source>
        <translation>Vom Ziel bliebe nichts übrig: Entfernen Sie es stattdessen mit Entf.</translation>
    </message>
    <message>
        <source>Now about «{layer}».</source>
        <translation>Jetzt zu „{layer}“.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Number of the target in its question</source>
        <translation>Nummer des Ziels in seiner Frage</translation>
    </message>
    <message>
        <source>Only one of the two was asked about imagery with a coordinate system.</source>
        <translation>Nur eine der beiden Fragen galt Bilddaten mit einem Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>Only torch with CUDA can be had here: {needed} MB to fetch instead of {planned} MB.</source>
        <translation>Hier gibt es torch nur mit CUDA: {needed} MB wären zu holen statt {planned} MB.</translation>
    </message>
    <message>
        <source>Only what is accepted</source>
        <translation>Nur Angenommenes</translation>
    </message>
    <message>
        <source>Only what is needed</source>
        <translation>Nur das Nötige</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open its &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Open its &amp;page</source>
        <translation>Sei&amp;te öffnen</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Options of AskMap</source>
        <translation>Optionen von AskMap</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Other versions are needed now; only what changed is fetched.</source>
        <translation>Jetzt werden andere Versionen gebraucht; nur was sich geändert hat, wird geholt.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Outcome of the self-test</source>
        <translation>Ergebnis des Selbsttests</translation>
    </message>
    <message>
        <source>Outline by</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>Outlines only</source>
        <translation>Nur Umrisse</translation>
    </message>
    <message>
        <source>Outlines were simplified by up to {distance} m.</source>
        <translation>Umrisse wurden um bis zu {distance} m vereinfacht.</translation>
    </message>
    <message>
        <source>Outlines were smoothed.</source>
        <translation>Umrisse wurden geglättet.</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Packages of the engine</source>
        <translation>Pakete der Engine</translation>
    </message>
    <message>
        <source>Part of the raster</source>
        <translation>Teil des Rasters</translation>
    </message>
    <message>
        <source>Parts below {area} m² were left out.</source>
        <translation>Teile unter {area} m² wurden weggelassen.</translation>
    </message>
    <message numerus="yes">
        <source>Passed: found %n target(s), overlap with the truth {overlap}.</source>
        <translation><numerusform>Bestanden: %n Ziel gefunden, Überlappung mit der Wahrheit {overlap}.</numerusform><numerusform>Bestanden: %n Ziele gefunden, Überlappung mit der Wahrheit {overlap}.</numerusform></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture: {name}, {width} × {height} pixels.</source>
        <translation>Bild: {name}, {width} × {height} Pixel.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Points beside the target that the segmenter was given, in pixels of the view</source>
        <translation>Punkte neben dem Ziel, die das Segmentierungsmodell bekam, in Pixeln des Ausschnitts</translation>
    </message>
    <message>
        <source>Points on the target that the segmenter was given, in pixels of the view</source>
        <translation>Punkte auf dem Ziel, die das Segmentierungsmodell bekam, in Pixeln des Ausschnitts</translation>
    </message>
    <message>
        <source>Precision of the reasoner</source>
        <translation>Genauigkeit des Reasoning-Modells</translation>
    </message>
    <message>
        <source>Press X to cut it off by hand.</source>
        <translation>X drücken, um ihn von Hand abzuschneiden.</translation>
    </message>
    <message>
        <source>Press the button again to fetch them all the same.</source>
        <translation>Drücken Sie die Schaltfläche noch einmal, um sie trotzdem zu holen.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message numerus="yes">
        <source>QGIS ended before a project with %n question(s) was saved.</source>
        <translation><numerusform>QGIS wurde beendet, bevor ein Projekt mit %n Frage gespeichert war.</numerusform><numerusform>QGIS wurde beendet, bevor ein Projekt mit %n Fragen gespeichert war.</numerusform></translation>
    </message>
    <message>
        <source>QGIS has no connection yet: make one in its Browser panel, under PostgreSQL.</source>
        <translation>QGIS hat noch keine Verbindung: Legen Sie eine im Bedienfeld „Browser“ unter PostgreSQL an.</translation>
    </message>
    <message>
        <source>QGIS knows no connection «{name}».</source>
        <translation>QGIS kennt keine Verbindung „{name}“.</translation>
    </message>
    <message>
        <source>QGIS's own Python could not be started: {reason}.</source>
        <translation>Das Python von QGIS ließ sich nicht starten: {reason}.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Question of this answer</source>
        <translation>Frage zu dieser Antwort</translation>
    </message>
    <message>
        <source>Questions asked before</source>
        <translation>Früher gestellte Fragen</translation>
    </message>
    <message>
        <source>Questions that the model in use understands</source>
        <translation>Fragen, die das verwendete Modell versteht</translation>
    </message>
    <message>
        <source>Questions, reasoning, targets, verdicts and notes all stay. Without its picture an answer has no previews and no «What the model saw», and its targets cannot be corrected by clicks any more.</source>
        <translation>Fragen, Begründungen, Ziele, Urteile und Notizen bleiben alle. Ohne ihr Bild hat eine Antwort keine Vorschauen und kein «Was das Modell sah», und ihre Ziele lassen sich nicht mehr durch Klicks korrigieren.</translation>
    </message>
    <message>
        <source>R&amp;eplace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>R&amp;un the self-test</source>
        <translation>Selbsttest a&amp;usführen</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Raster or layers that the question was about</source>
        <translation>Raster oder Layer, um die es in der Frage ging</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>Rohtext</translation>
    </message>
    <message>
        <source>Reading the bundle: {done} of {total} MB</source>
        <translation>Bündel wird gelesen: {done} von {total} MB</translation>
    </message>
    <message>
        <source>Reading the pixels</source>
        <translation>Pixel werden gelesen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Reasoner</source>
        <translation>Reasoning-Modell</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Recommended by its size alone, because it fits: nothing was tried here yet.</source>
        <translation>Nur nach der Größe empfohlen, weil es passt: hier wurde noch nichts ausprobiert.</translation>
    </message>
    <message>
        <source>Recommended by its size alone: what was tried here was too slow, or never right.</source>
        <translation>Nur nach der Größe empfohlen: was hier ausprobiert wurde, war zu langsam oder nie richtig.</translation>
    </message>
    <message>
        <source>Recommended: of the pairs tried on this computer ({tried}), the one that was most often right in less than {seconds} s, and of equals the quickest.</source>
        <translation>Empfohlen: von den Paaren, die auf diesem Rechner ausprobiert wurden ({tried}), das in weniger als {seconds} s am häufigsten richtige, bei Gleichstand das schnellste.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Refine target {number}</source>
        <translation>Ziel {number} verfeinern</translation>
    </message>
    <message>
        <source>Reinstall QGIS with its Python, then try again.</source>
        <translation>Installieren Sie QGIS mit seinem Python neu und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject target {number}</source>
        <translation>Ziel {number} ablehnen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove &amp;for good</source>
        <translation>End&amp;gültig entfernen</translation>
    </message>
    <message>
        <source>Remove target {number}</source>
        <translation>Ziel {number} entfernen</translation>
    </message>
    <message>
        <source>Remove the packages</source>
        <translation>Pakete entfernen</translation>
    </message>
    <message>
        <source>Remove this sample</source>
        <translation>Dieses Beispiel entfernen</translation>
    </message>
    <message>
        <source>Remove what was asked there, with all verdicts? It cannot be brought back.</source>
        <translation>Entfernen, was dort gefragt wurde, mit allen Urteilen? Es lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>Berich&amp;t…</translation>
    </message>
    <message>
        <source>Restart QGIS, then try again.</source>
        <translation>Starten Sie QGIS neu und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Restore the &amp;default keys</source>
        <translation>Stan&amp;dardtasten wiederherstellen</translation>
    </message>
    <message>
        <source>Results and languages</source>
        <translation>Ergebnisse und Sprachen</translation>
    </message>
    <message>
        <source>Revision {revision} of the hub.</source>
        <translation>Revision {revision} des Hubs.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Right angles, for buildings</source>
        <translation>Rechte Winkel, für Gebäude</translation>
    </message>
    <message>
        <source>Runs in QGIS, as the options say.</source>
        <translation>Läuft in QGIS, wie in den Optionen gewählt.</translation>
    </message>
    <message>
        <source>Runs in QGIS, where the engine's packages work.</source>
        <translation>Läuft in QGIS, wo die Pakete der Engine funktionieren.</translation>
    </message>
    <message>
        <source>Runs in a process of its own, as the options say.</source>
        <translation>Läuft in einem eigenen Prozess, wie in den Optionen gewählt.</translation>
    </message>
    <message>
        <source>Runs in a process of its own, because its packages failed beside QGIS's libraries.</source>
        <translation>Läuft in einem eigenen Prozess, weil ihre Pakete neben den Bibliotheken von QGIS versagten.</translation>
    </message>
    <message>
        <source>Runs in the service that the shell uses, too.</source>
        <translation>Läuft in dem Dienst, den auch die Shell benutzt.</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>Start&amp;wert</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>Los &amp;geht’s</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>S&amp;top teaching</source>
        <translation>Lehren &amp;stoppen</translation>
    </message>
    <message>
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 der Gewichte</translation>
    </message>
    <message>
        <source>SHA-256 of the reasoner's weights</source>
        <translation>SHA-256 der Gewichte des Reasoning-Modells</translation>
    </message>
    <message>
        <source>SHA-256 of the segmenter's weights</source>
        <translation>SHA-256 der Gewichte des Segmentierungsmodells</translation>
    </message>
    <message>
        <source>Save it as a GeoTIFF first, or ask in AskMap's dock, which can look at any layer.</source>
        <translation>Speichern Sie ihn zuerst als GeoTIFF, oder fragen Sie im Bedienfeld von AskMap, das jeden Layer ansehen kann.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Say what works here</source>
        <translation>Sagen, was hier funktioniert</translation>
    </message>
    <message>
        <source>Sche&amp;ma</source>
        <translation>Sche&amp;ma</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>Startw&amp;ert</translation>
    </message>
    <message>
        <source>Se&amp;gmenter</source>
        <translation>Se&amp;gmentierungsmodell</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed of the answer's randomness</source>
        <translation>Startwert für den Zufall der Antwort</translation>
    </message>
    <message>
        <source>Segmenter</source>
        <translation>Segmentierungsmodell</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send what the map shows to {server}?</source>
        <translation>Was die Karte zeigt, an {server} senden?</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shaping the outlines</source>
        <translation>Umrisse werden geformt</translation>
    </message>
    <message>
        <source>Sho&amp;w on the map</source>
        <translation>Auf der Karte zei&amp;gen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show its edge on the map</source>
        <translation>Rand auf der Karte zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;introduction again</source>
        <translation>E&amp;inführung wieder zeigen</translation>
    </message>
    <message>
        <source>Show the differences on the &amp;map</source>
        <translation>Unterschiede auf der &amp;Karte zeigen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Some files in {place} are in use.</source>
        <translation>Einige Dateien in {place} werden gerade benutzt.</translation>
    </message>
    <message>
        <source>Some models are given only to those who have agreed to their terms: do so on the model's page with an account, make a key there that may read, and choose it here. QGIS keeps it encrypted.</source>
        <translation>Manche Modelle bekommt nur, wer ihren Bedingungen zugestimmt hat: Tun Sie das auf der Seite des Modells mit einem Konto, erzeugen Sie dort einen Schlüssel zum Lesen, und wählen Sie ihn hier. QGIS bewahrt ihn verschlüsselt auf.</translation>
    </message>
    <message>
        <source>Something is drawn: keep it with Enter, or drop it with Esc.</source>
        <translation>Es ist etwas gezeichnet: Behalten Sie es mit Enter, oder verwerfen Sie es mit Esc.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Spl&amp;it</source>
        <translation>&amp;Teilmenge</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Sto&amp;pp</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Angehalten; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Stopped; what was fetched is kept.</source>
        <translation>Angehalten; was schon geholt wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>Ta&amp;belle</translation>
    </message>
    <message>
        <source>Ta&amp;ke over</source>
        <translation>Überneh&amp;men</translation>
    </message>
    <message numerus="yes">
        <source>Ta&amp;ke the %n open one(s)</source>
        <translation><numerusform>Das %n &amp;offene nehmen</numerusform><numerusform>Die %n &amp;offenen nehmen</numerusform></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Take back a step on target {number}</source>
        <translation>Einen Schritt an Ziel {number} zurücknehmen</translation>
    </message>
    <message>
        <source>Take it «As styled»</source>
        <translation>„Wie dargestellt“ nehmen</translation>
    </message>
    <message>
        <source>Take its settings</source>
        <translation>Ihre Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Take o&amp;ut</source>
        <translation>&amp;Herausnehmen</translation>
    </message>
    <message>
        <source>Target {number}</source>
        <translation>Ziel {number}</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Targets found: {count}</source>
        <translation>Gefundene Ziele: {count}</translation>
    </message>
    <message numerus="yes">
        <source>Targets of %n question(s)</source>
        <translation><numerusform>Ziele von %n Frage</numerusform><numerusform>Ziele von %n Fragen</numerusform></translation>
    </message>
    <message>
        <source>Taught on: {what}, as chosen on the page «Ask».</source>
        <translation>Gelehrt wird an: {what}, wie auf der Seite «Fragen» gewählt.</translation>
    </message>
    <message>
        <source>Te&amp;mperature</source>
        <translation>Te&amp;mperatur</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Lehren</translation>
    </message>
    <message>
        <source>Teach o&amp;n the map</source>
        <translation>A&amp;uf der Karte lehren</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Testing the installation</source>
        <translation>Die Installation wird getestet</translation>
    </message>
    <message>
        <source>That is so already: the outline of target {number} stays.</source>
        <translation>Das ist schon so: Der Umriss von Ziel {number} bleibt.</translation>
    </message>
    <message>
        <source>That takes {time} where 50 Mbit arrive a second.</source>
        <translation>Das dauert {time}, wo 50 Mbit in der Sekunde ankommen.</translation>
    </message>
    <message>
        <source>That takes {time}, as fast as the last download here.</source>
        <translation>Das dauert {time}, so schnell wie der letzte Download hier.</translation>
    </message>
    <message>
        <source>The &amp;same picture</source>
        <translation>Das&amp;selbe Bild</translation>
    </message>
    <message>
        <source>The answer goes into {file}…</source>
        <translation>Die Antwort kommt in {file}…</translation>
    </message>
    <message>
        <source>The answer is kept in {path}.</source>
        <translation>Die Antwort liegt in {path}.</translation>
    </message>
    <message>
        <source>The box is too small, or lies outside of the view: draw it around a target.</source>
        <translation>Der Rahmen ist zu klein oder liegt außerhalb des Ausschnitts: Ziehen Sie ihn um ein Ziel.</translation>
    </message>
    <message>
        <source>The bundle has no numpy that fits that of this QGIS, {numpy}.</source>
        <translation>Das Bündel enthält kein numpy, das zu dem dieses QGIS passt, {numpy}.</translation>
    </message>
    <message>
        <source>The bundle is for {theirs}, and this QGIS is {ours}.</source>
        <translation>Das Bündel ist für {theirs}, und dieses QGIS ist {ours}.</translation>
    </message>
    <message>
        <source>The bundle was made by AskMap {version}, and other packages are needed now.</source>
        <translation>Das Bündel hat AskMap {version} erstellt, und jetzt werden andere Pakete gebraucht.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted: {reason}.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut: {reason}.</translation>
    </message>
    <message>
        <source>The database «{name}» says: {words}</source>
        <translation>Die Datenbank „{name}“ meldet: {words}</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard: paste them into a report of a problem.</source>
        <translation>Die Diagnose ist in der Zwischenablage: Fügen Sie sie in eine Problemmeldung ein.</translation>
    </message>
    <message>
        <source>The disk became full while the packages were installed.</source>
        <translation>Während die Pakete installiert wurden, ist der Datenträger voll geworden.</translation>
    </message>
    <message>
        <source>The drawing of the mask was stopped.</source>
        <translation>Das Zeichnen der Maske wurde angehalten.</translation>
    </message>
    <message>
        <source>The engine needs Python 3.10 or newer, and this QGIS has an older one: install a newer QGIS.</source>
        <translation>Die Engine braucht Python 3.10 oder neuer, und dieses QGIS hat ein älteres: Installieren Sie ein neueres QGIS.</translation>
    </message>
    <message>
        <source>The engine's packages did not load in time.</source>
        <translation>Die Pakete der Engine wurden nicht rechtzeitig geladen.</translation>
    </message>
    <message>
        <source>The engine's packages do not work with this QGIS: {reason}.</source>
        <translation>Die Pakete der Engine funktionieren mit diesem QGIS nicht: {reason}.</translation>
    </message>
    <message>
        <source>The file of «{name}» cannot be written; the history holds your decision.</source>
        <translation>Die Datei von „{name}“ kann nicht geschrieben werden; Ihre Entscheidung steht im Verlauf.</translation>
    </message>
    <message>
        <source>The files of the answers stay where they are: {fault}.</source>
        <translation>Die Dateien der Antworten bleiben, wo sie sind: {fault}.</translation>
    </message>
    <message>
        <source>The history is kept in {place} again.</source>
        <translation>Der Verlauf wird wieder in {place} geführt.</translation>
    </message>
    <message>
        <source>The history is made smaller…</source>
        <translation>Der Verlauf wird verkleinert…</translation>
    </message>
    <message>
        <source>The history takes {size}.</source>
        <translation>Der Verlauf belegt {size}.</translation>
    </message>
    <message>
        <source>The hub that models come from</source>
        <translation>Der Hub, von dem die Modelle kommen</translation>
    </message>
    <message>
        <source>The introduction is shown in the dock again.</source>
        <translation>Die Einführung wird wieder im Bedienfeld gezeigt.</translation>
    </message>
    <message>
        <source>The last one, {time}: {question}</source>
        <translation>Die letzte, {time}: {question}</translation>
    </message>
    <message>
        <source>The last sample is out of the data set again.</source>
        <translation>Das letzte Beispiel ist wieder aus dem Datensatz entfernt.</translation>
    </message>
    <message>
        <source>The layer {table} of {file} cannot be read back.</source>
        <translation>Der Layer {table} von {file} kann nicht wieder gelesen werden.</translation>
    </message>
    <message>
        <source>The layer «{name}» could not be changed; the history holds your decision.</source>
        <translation>Der Layer „{name}“ konnte nicht geändert werden; Ihre Entscheidung steht im Verlauf.</translation>
    </message>
    <message>
        <source>The layers of «{question}» stay on the map: one of them is being edited.</source>
        <translation>Die Layer von „{question}“ bleiben auf der Karte: Einer davon wird gerade bearbeitet.</translation>
    </message>
    <message>
        <source>The map as I see it</source>
        <translation>Die Karte, wie ich sie sehe</translation>
    </message>
    <message>
        <source>The map shows nothing.</source>
        <translation>Das Kartenfenster zeigt nichts.</translation>
    </message>
    <message>
        <source>The map shows only accepted targets.</source>
        <translation>Die Karte zeigt nur angenommene Ziele.</translation>
    </message>
    <message>
        <source>The model answered without giving its reasoning.</source>
        <translation>Das Modell hat ohne Begründung geantwortet.</translation>
    </message>
    <message>
        <source>The model does not know what that looks like.</source>
        <translation>Das Modell weiß nicht, wie das aussieht.</translation>
    </message>
    <message>
        <source>The model does not know what that looks like: no polygons, whether it is there or not.</source>
        <translation>Das Modell weiß nicht, wie das aussieht: keine Polygone, ob es da ist oder nicht.</translation>
    </message>
    <message>
        <source>The model has not answered yet.</source>
        <translation>Das Modell hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>The model saw {seen} pixels of a view of {view}.</source>
        <translation>Das Modell sah {seen} Pixel eines Ausschnitts von {view}.</translation>
    </message>
    <message numerus="yes">
        <source>The model sees 1 of every %n pixel(s) of this view.</source>
        <translation><numerusform>Das Modell sieht 1 von je %n Pixel dieses Ausschnitts.</numerusform><numerusform>Das Modell sieht 1 von je %n Pixeln dieses Ausschnitts.</numerusform></translation>
    </message>
    <message>
        <source>The models are being loaded. Enter keeps the sample; its mask follows.</source>
        <translation>Die Modelle werden geladen. Enter behält das Beispiel; seine Maske folgt.</translation>
    </message>
    <message numerus="yes">
        <source>The models were freed after %n minute(s) without a question; the next one loads them again.</source>
        <translation><numerusform>Nach %n Minute ohne Frage wurde der Speicher der Modelle frei; die nächste lädt sie wieder.</numerusform><numerusform>Nach %n Minuten ohne Frage wurde der Speicher der Modelle frei; die nächste lädt sie wieder.</numerusform></translation>
    </message>
    <message>
        <source>The models work, but found nothing in the generated landscape. A model for real imagery may well do so: ask it about imagery that it knows.</source>
        <translation>Die Modelle arbeiten, haben in der erzeugten Landschaft aber nichts gefunden. Bei einem Modell für echte Bilddaten kann das sein: Fragen Sie es zu Bilddaten, die es kennt.</translation>
    </message>
    <message>
        <source>The models work, but the reasoner does not know what the self-test asks for. Ask it about things that it knows.</source>
        <translation>Die Modelle arbeiten, aber das Reasoning-Modell kennt nicht, wonach der Selbsttest fragt. Fragen Sie es nach Dingen, die es kennt.</translation>
    </message>
    <message>
        <source>The packages are installed, but do not load: {reason}.</source>
        <translation>Die Pakete sind installiert, lassen sich aber nicht laden: {reason}.</translation>
    </message>
    <message>
        <source>The packages are installed.</source>
        <translation>Die Pakete sind installiert.</translation>
    </message>
    <message>
        <source>The packages are installed; QGIS uses them when it starts again.</source>
        <translation>Die Pakete sind installiert; QGIS benutzt sie, wenn es neu startet.</translation>
    </message>
    <message>
        <source>The packages are removed.</source>
        <translation>Die Pakete sind entfernt.</translation>
    </message>
    <message>
        <source>The packages cannot be had for this QGIS: {reason}.</source>
        <translation>Für dieses QGIS gibt es die Pakete nicht: {reason}.</translation>
    </message>
    <message>
        <source>The packages could not be fetched: {reason}.</source>
        <translation>Die Pakete ließen sich nicht holen: {reason}.</translation>
    </message>
    <message>
        <source>The packages could not be installed: {reason}.</source>
        <translation>Die Pakete ließen sich nicht installieren: {reason}.</translation>
    </message>
    <message>
        <source>The packages in {place} are in use by {programs}.</source>
        <translation>Die Pakete in {place} werden benutzt von: {programs}.</translation>
    </message>
    <message>
        <source>The packages need {needed} MB of disk, and {free} MB are free.</source>
        <translation>Die Pakete brauchen {needed} MB auf dem Datenträger, und {free} MB sind frei.</translation>
    </message>
    <message>
        <source>The packages that QGIS has are in use. AskMap can install its own into QGIS's profile:</source>
        <translation>Die Pakete, die QGIS hat, sind in Gebrauch. AskMap kann eigene in das Profil von QGIS installieren:</translation>
    </message>
    <message>
        <source>The picture cannot be written to {path}.</source>
        <translation>Das Bild kann nicht nach {path} geschrieben werden.</translation>
    </message>
    <message>
        <source>The picture of this answer is not in the history.</source>
        <translation>Das Bild dieser Antwort ist nicht im Verlauf.</translation>
    </message>
    <message>
        <source>The picture was not kept with this answer.</source>
        <translation>Das Bild wurde mit dieser Antwort nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The pictures lie beside it: {names}.</source>
        <translation>Die Bilder liegen daneben: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>The pictures of %n answer(s) are taken out: {size}.</source>
        <translation><numerusform>Das Bild von %n Antwort wird herausgenommen: {size}.</numerusform><numerusform>Die Bilder von %n Antworten werden herausgenommen: {size}.</numerusform></translation>
    </message>
    <message>
        <source>The pixels of «{question}» were not kept, so there is no picture to write.</source>
        <translation>Die Pixel zu „{question}“ wurden nicht aufbewahrt, darum gibt es kein Bild zu schreiben.</translation>
    </message>
    <message>
        <source>The point lies outside of its box: put both points on the target.</source>
        <translation>Der Punkt liegt außerhalb seines Rahmens: Setzen Sie beide Punkte auf das Ziel.</translation>
    </message>
    <message>
        <source>The preset asks with settings that this QGIS does not have.</source>
        <translation>Die Fragevorlage fragt mit Einstellungen, die es in diesem QGIS nicht gibt.</translation>
    </message>
    <message>
        <source>The preset was asked with other settings: {settings}.</source>
        <translation>Die Fragevorlage wurde mit anderen Einstellungen gefragt: {settings}.</translation>
    </message>
    <message>
        <source>The proxy wants another name or password.</source>
        <translation>Der Proxy verlangt einen anderen Namen oder ein anderes Passwort.</translation>
    </message>
    <message>
        <source>The question is about the answer below: «only the ones near the river»</source>
        <translation>Die Frage bezieht sich auf die Antwort darunter: „nur die in der Nähe des Flusses“</translation>
    </message>
    <message>
        <source>The question with its settings, as a text to share</source>
        <translation>Die Frage mit ihren Einstellungen, als Text zum Weitergeben</translation>
    </message>
    <message>
        <source>The reasoner is the one that you chose: {name}. What it knows, its makers say.</source>
        <translation>Das Reasoning-Modell ist das von Ihnen gewählte: {name}. Was es kann, sagen seine Hersteller.</translation>
    </message>
    <message>
        <source>The reasoner, such as a Qwen3-VL, reads the question, reasons and points; the segmenter, such as a SAM2, draws the mask of what it points at.</source>
        <translation>Das Reasoning-Modell, etwa ein Qwen3-VL, liest die Frage, denkt nach und zeigt; das Segmentierungsmodell, etwa ein SAM2, zeichnet die Maske dessen, worauf es zeigt.</translation>
    </message>
    <message>
        <source>The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on a device that is chosen automatically: its graphics card if it has one that serves, else its processor.</source>
        <translation>Das Reasoning-Modell, das zeigt, und das Segmentierungsmodell, das die Masken zeichnet, laufen auf diesem Computer, auf einem automatisch gewählten Gerät: auf der Grafikkarte, falls eine geeignete da ist, sonst auf dem Prozessor.</translation>
    </message>
    <message>
        <source>The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on the device «{device}».</source>
        <translation>Das Reasoning-Modell, das zeigt, und das Segmentierungsmodell, das die Masken zeichnet, laufen auf diesem Computer, auf dem Gerät „{device}“.</translation>
    </message>
    <message>
        <source>The reasoning appears here.</source>
        <translation>Hier erscheint die Begründung.</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>Der Bericht liegt in {path}.</translation>
    </message>
    <message>
        <source>The reviewer's note</source>
        <translation>Die Notiz der prüfenden Person</translation>
    </message>
    <message>
        <source>The reviewer's verdict: open, accepted or rejected</source>
        <translation>Das Urteil der prüfenden Person: open (offen), accepted (angenommen) oder rejected (abgelehnt)</translation>
    </message>
    <message>
        <source>The same question with another model, wording, seed or view</source>
        <translation>Dieselbe Frage mit anderem Modell, Wortlaut, Startwert oder Ausschnitt</translation>
    </message>
    <message>
        <source>The sample is in the data set again.</source>
        <translation>Das Beispiel ist wieder im Datensatz.</translation>
    </message>
    <message>
        <source>The sample is out of the data set; «Undo» brings it back.</source>
        <translation>Das Beispiel ist aus dem Datensatz entfernt; «Zurücknehmen» bringt es zurück.</translation>
    </message>
    <message>
        <source>The second point needs a place of its own on the target.</source>
        <translation>Der zweite Punkt braucht eine eigene Stelle auf dem Ziel.</translation>
    </message>
    <message>
        <source>The segmenter draws the mask. Enter keeps the sample with it.</source>
        <translation>Das Segmentierungsmodell zeichnet die Maske. Enter behält das Beispiel mit ihr.</translation>
    </message>
    <message>
        <source>The segmenter drew no mask.</source>
        <translation>Das Segmentierungsmodell hat keine Maske gezeichnet.</translation>
    </message>
    <message>
        <source>The segmenter is drawing the outline…</source>
        <translation>Das Segmentierungsmodell zeichnet den Umriss…</translation>
    </message>
    <message>
        <source>The segmenter would not take that place into target {number}.</source>
        <translation>Das Segmentierungsmodell wollte diesen Ort nicht in Ziel {number} aufnehmen.</translation>
    </message>
    <message>
        <source>The segmenter would not take that place out of target {number}.</source>
        <translation>Das Segmentierungsmodell wollte diesen Ort nicht aus Ziel {number} herausnehmen.</translation>
    </message>
    <message>
        <source>The segmenter's mask and the box differ (IoU {iou}). Backspace goes back, Enter keeps it still.</source>
        <translation>Die Maske des Segmentierungsmodells und der Rahmen weichen voneinander ab (IoU {iou}). Die Rücktaste geht zurück, Enter behält es trotzdem.</translation>
    </message>
    <message>
        <source>The self-test asks a bundled question…</source>
        <translation>Der Selbsttest stellt eine mitgelieferte Frage…</translation>
    </message>
    <message>
        <source>The self-test failed.</source>
        <translation>Der Selbsttest ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The self-test met a bug in AskMap ({name}): please report it with the copied diagnostics.</source>
        <translation>Der Selbsttest ist auf einen Fehler in AskMap gestoßen ({name}): Bitte melden Sie ihn mit der kopierten Diagnose.</translation>
    </message>
    <message>
        <source>The self-test was stopped.</source>
        <translation>Der Selbsttest wurde angehalten.</translation>
    </message>
    <message>
        <source>The server's key cannot be read from QGIS's authentication store.</source>
        <translation>Der Schlüssel des Servers kann nicht aus QGIS' Authentifizierungsspeicher gelesen werden.</translation>
    </message>
    <message>
        <source>The small models that come with AskMap know some forty kinds of things in aerial imagery, and say so when they do not know what you ask for. For other things and other imagery, choose models of your own.</source>
        <translation>Die kleinen Modelle, die AskMap mitbringt, kennen etwa vierzig Arten von Dingen in Luftbildern und sagen es, wenn sie nicht kennen, wonach Sie fragen. Wählen Sie für andere Dinge und andere Bilddaten eigene Modelle.</translation>
    </message>
    <message>
        <source>The stretch is for a file's own pixels of more than 8 bits.</source>
        <translation>Die Streckung gilt für Originalpixel einer Datei mit mehr als 8 Bit.</translation>
    </message>
    <message>
        <source>The style could not be kept in the database.</source>
        <translation>Der Stil konnte nicht in der Datenbank abgelegt werden.</translation>
    </message>
    <message>
        <source>The style of the layer draws by it.</source>
        <translation>Der Stil des Layers zeichnet danach.</translation>
    </message>
    <message>
        <source>The table {table} cannot be written. {details}</source>
        <translation>Die Tabelle {table} kann nicht geschrieben werden. {details}</translation>
    </message>
    <message>
        <source>The table {table} lacks the columns {names}.</source>
        <translation>In der Tabelle {table} fehlen die Spalten {names}.</translation>
    </message>
    <message>
        <source>The targets below answer «{question}».</source>
        <translation>Die Ziele darunter beantworten „{question}“.</translation>
    </message>
    <message>
        <source>The targets of an answer appear here.</source>
        <translation>Hier erscheinen die Ziele einer Antwort.</translation>
    </message>
    <message>
        <source>The view has no coordinate system, so its units count as metres.</source>
        <translation>Der Ausschnitt hat kein Koordinatenbezugssystem, darum gelten seine Einheiten als Meter.</translation>
    </message>
    <message>
        <source>The whole picture (0)</source>
        <translation>Das ganze Bild (0)</translation>
    </message>
    <message>
        <source>Their memory is given back; the next question loads them again.</source>
        <translation>Ihr Speicher wird frei; die nächste Frage lädt sie wieder.</translation>
    </message>
    <message>
        <source>There are no targets.</source>
        <translation>Es gibt keine Ziele.</translation>
    </message>
    <message>
        <source>There is no reasoning: the question was not answered.</source>
        <translation>Es gibt keine Begründung: Die Frage wurde nicht beantwortet.</translation>
    </message>
    <message>
        <source>There is no such file: choose another one.</source>
        <translation>Diese Datei gibt es nicht: Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>There is no such folder: choose one that holds config.json and *.safetensors.</source>
        <translation>Diesen Ordner gibt es nicht: Wählen Sie einen, der config.json und *.safetensors enthält.</translation>
    </message>
    <message>
        <source>There is no such folder: choose one that is there.</source>
        <translation>Diesen Ordner gibt es nicht: Wählen Sie einen vorhandenen.</translation>
    </message>
    <message>
        <source>There is no transformation between the coordinate systems of the two.</source>
        <translation>Vom Koordinatenbezugssystem der einen zu dem der anderen gibt es keine Transformation.</translation>
    </message>
    <message>
        <source>There is no transformation from {here} to {crs}.</source>
        <translation>Von {here} nach {crs} gibt es keine Transformation.</translation>
    </message>
    <message>
        <source>There is nothing to see in «{source}» here.</source>
        <translation>In „{source}“ ist hier nichts zu sehen.</translation>
    </message>
    <message>
        <source>These are the first {shown} of {all} characters; a copy has them all.</source>
        <translation>Das sind die ersten {shown} von {all} Zeichen; eine Kopie enthält alle.</translation>
    </message>
    <message>
        <source>They run on the processor.</source>
        <translation>Sie laufen auf dem Prozessor.</translation>
    </message>
    <message>
        <source>Thin out pictures…</source>
        <translation>Bilder ausdünnen…</translation>
    </message>
    <message>
        <source>This answer is in the data set already.</source>
        <translation>Diese Antwort ist schon im Datensatz.</translation>
    </message>
    <message>
        <source>This computer has {whole} GB of main memory; {free} GB are free.</source>
        <translation>Dieser Computer hat {whole} GB Hauptspeicher; {free} GB sind frei.</translation>
    </message>
    <message>
        <source>This folder holds no model, config.json is missing: choose the one that holds it.</source>
        <translation>Dieser Ordner enthält kein Modell, config.json fehlt: Wählen Sie den, der sie enthält.</translation>
    </message>
    <message>
        <source>This folder holds no torch: choose the one that the packages were installed into.</source>
        <translation>Dieser Ordner enthält kein torch: Wählen Sie den, in den die Pakete installiert wurden.</translation>
    </message>
    <message>
        <source>This folder holds no weights: choose one with *.safetensors.</source>
        <translation>Dieser Ordner enthält keine Gewichte: Wählen Sie einen mit *.safetensors.</translation>
    </message>
    <message>
        <source>This is a bug in AskMap ({name}). Please report it with the text in the Log Messages panel, tab AskMap.</source>
        <translation>Das ist ein Fehler in AskMap ({name}). Bitte melden Sie ihn mit dem Text im Bedienfeld „Protokoll“, Reiter AskMap.</translation>
    </message>
    <message>
        <source>This layer has no pixels of its own that could be read.</source>
        <translation>Dieser Layer hat keine eigenen Pixel, die gelesen werden könnten.</translation>
    </message>
    <message>
        <source>This place of the map has no place in the view.</source>
        <translation>Diese Stelle der Karte hat keinen Platz im Ausschnitt.</translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things.</source>
        <translation><numerusform>Dieses kleine Modell kennt %n Art von Dingen.</numerusform><numerusform>Dieses kleine Modell kennt %n Arten von Dingen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things: {kinds}.</source>
        <translation><numerusform>Dieses kleine Modell kennt %n Art von Dingen: {kinds}.</numerusform><numerusform>Dieses kleine Modell kennt %n Arten von Dingen: {kinds}.</numerusform></translation>
    </message>
    <message>
        <source>Those for the graphics card can be installed in their place:</source>
        <translation>Die für die Grafikkarte können an ihrer Stelle installiert werden:</translation>
    </message>
    <message>
        <source>Trained on pixels of {finest} to {coarsest} on the ground.</source>
        <translation>Trainiert mit Pixeln von {finest} bis {coarsest} am Boden.</translation>
    </message>
    <message>
        <source>Tried here with {other}:</source>
        <translation>Hier ausprobiert mit {other}:</translation>
    </message>
    <message>
        <source>Try again, or reinstall the packages.</source>
        <translation>Versuchen Sie es erneut, oder installieren Sie die Pakete neu.</translation>
    </message>
    <message>
        <source>Try again; everything is installed anew.</source>
        <translation>Versuchen Sie es noch einmal; alles wird neu installiert.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, ask who runs your network.</source>
        <translation>Versuchen Sie es noch einmal; wenn es wieder geschieht, fragen Sie, wer Ihr Netz betreut.</translation>
    </message>
    <message>
        <source>Try again; the file install.log in AskMap's folder of the profile says more.</source>
        <translation>Versuchen Sie es noch einmal; mehr sagt die Datei install.log in AskMaps Ordner des Profils.</translation>
    </message>
    <message>
        <source>Trying out the engine's packages</source>
        <translation>Pakete der Engine werden ausprobiert</translation>
    </message>
    <message>
        <source>Trying out the packages</source>
        <translation>Die Pakete werden ausprobiert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Update AskMap, or make a bundle with the AskMap that is installed here.</source>
        <translation>Aktualisieren Sie AskMap, oder erstellen Sie ein Bündel mit dem AskMap, das hier installiert ist.</translation>
    </message>
    <message>
        <source>Update the packages</source>
        <translation>Pakete aktualisieren</translation>
    </message>
    <message>
        <source>Use for trai&amp;ning</source>
        <translation>Für das &amp;Training</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>W&amp;here the engine runs</source>
        <translation>Wo die Engine läuf&amp;t</translation>
    </message>
    <message>
        <source>Wait for its answer, or stop it.</source>
        <translation>Warten Sie auf ihre Antwort, oder halten Sie sie an.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then look again.</source>
        <translation>Warten Sie, bis es fertig ist, und sehen Sie dann noch einmal nach.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then look again; if none works there any more, remove {file}.</source>
        <translation>Warten Sie, bis es fertig ist, und sehen Sie dann noch einmal nach; arbeitet dort keines mehr, entfernen Sie {file}.</translation>
    </message>
    <message>
        <source>Wait until the map is drawn, or zoom to where the layer has imagery.</source>
        <translation>Warten Sie, bis die Karte gezeichnet ist, oder zoomen Sie dorthin, wo der Layer Bilddaten hat.</translation>
    </message>
    <message>
        <source>Waiting for the models</source>
        <translation>Wartet auf die Modelle</translation>
    </message>
    <message>
        <source>Waiting to begin</source>
        <translation>Gleich geht es los</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Wh&amp;at the model saw…</source>
        <translation>Was das &amp;Modell sah…</translation>
    </message>
    <message>
        <source>What AskMap warned of</source>
        <translation>Wovor AskMap gewarnt hat</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>What is drawn waits: «Teach on the map» goes on with it.</source>
        <translation>Das Gezeichnete wartet: «Auf der Karte lehren» macht damit weiter.</translation>
    </message>
    <message>
        <source>What the &amp;map shows now</source>
        <translation>Was die &amp;Karte jetzt zeigt</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>Was das Modell sah</translation>
    </message>
    <message>
        <source>What the model wrote, word for word</source>
        <translation>Was das Modell geschrieben hat, Wort für Wort</translation>
    </message>
    <message>
        <source>What the picture is of is chosen on the page «Ask».</source>
        <translation>Wovon das Bild ist, wird auf der Seite „Fragen“ gewählt.</translation>
    </message>
    <message>
        <source>What the reasoner calls the target</source>
        <translation>Wie das Reasoning-Modell das Ziel nennt</translation>
    </message>
    <message>
        <source>What the reasoner thought</source>
        <translation>Was das Reasoning-Modell gedacht hat</translation>
    </message>
    <message>
        <source>What the two were asked about lies too far apart.</source>
        <translation>Die Ausschnitte der beiden Fragen liegen zu weit auseinander.</translation>
    </message>
    <message>
        <source>What was &amp;found</source>
        <translation>Was &amp;gefunden wurde</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Was gefragt wurde</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>When the answer was made, in UTC</source>
        <translation>Wann die Antwort entstand, in UTC</translation>
    </message>
    <message>
        <source>When you ask, AskMap reads the pixels that the map shows: those of the layer you choose, or of the map as you see it.</source>
        <translation>Wenn Sie fragen, liest AskMap die Pixel, die die Karte zeigt: die des gewählten Layers oder die der Karte, wie Sie sie sehen.</translation>
    </message>
    <message>
        <source>Where could a helicopter land?</source>
        <translation>Wo könnte ein Hubschrauber landen?</translation>
    </message>
    <message>
        <source>Whether a question can be asked, and if not, what is missing and what to do: packages, models, device and memory. No model is loaded and no server asked, so it takes a moment.</source>
        <translation>Ob eine Frage gestellt werden kann, und wenn nicht, was fehlt und was zu tun ist: Pakete, Modelle, Gerät und Speicher. Kein Modell wird geladen und kein Server gefragt, daher dauert es nur einen Augenblick.</translation>
    </message>
    <message>
        <source>Which pixels</source>
        <translation>Welche Pixel</translation>
    </message>
    <message>
        <source>Which targets are shown</source>
        <translation>Welche Ziele gezeigt werden</translation>
    </message>
    <message>
        <source>While the cards of an answer have the focus:</source>
        <translation>Während die Karten einer Antwort den Fokus haben:</translation>
    </message>
    <message>
        <source>Who made the outline: model, refined, drawn or edited</source>
        <translation>Woher der Umriss kommt: model (Modell), refined (verfeinert), drawn (gezeichnet) oder edited (bearbeitet)</translation>
    </message>
    <message>
        <source>With a temperature above 0, another seed gives another answer.</source>
        <translation>Bei einer Temperatur über 0 ergibt ein anderer Startwert eine andere Antwort.</translation>
    </message>
    <message>
        <source>Words of a question, a thought, a label or a note</source>
        <translation>Wörter aus Frage, Begründung, Bezeichnung oder Notiz</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>In Arbeit…</translation>
    </message>
    <message>
        <source>Write a note on it</source>
        <translation>Eine Notiz dazu schreiben</translation>
    </message>
    <message>
        <source>Write it like https://hub.example, or leave the field empty.</source>
        <translation>Schreiben Sie sie wie https://hub.example, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the layers</source>
        <translation>Layer werden geschrieben</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Hineinzoomen (+)</translation>
    </message>
    <message>
        <source>Zoom in to ask about a part.</source>
        <translation>Zoomen Sie hinein, um zu einem Teil zu fragen.</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Hinauszoomen (-)</translation>
    </message>
    <message>
        <source>Zoom there</source>
        <translation>Dorthin zoomen</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>Darauf zoomen</translation>
    </message>
    <message>
        <source>Zoom to the layer first.</source>
        <translation>Zoomen Sie zuerst auf den Layer.</translation>
    </message>
    <message>
        <source>Zoom to where the view lies.</source>
        <translation>Zoomen Sie dorthin, wo der Ausschnitt liegt.</translation>
    </message>
    <message>
        <source>Zoom to «{layer}»</source>
        <translation>Auf „{layer}“ zoomen</translation>
    </message>
    <message>
        <source>a corner, then the other one, then two points</source>
        <translation>eine Ecke, dann die andere, dann zwei Punkte</translation>
    </message>
    <message>
        <source>a file's own pixels</source>
        <translation>Originalpixel einer Datei</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation><numerusform>etwa %n Minute</numerusform><numerusform>etwa %n Minuten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation><numerusform>etwa %n Sekunde</numerusform><numerusform>etwa %n Sekunden</numerusform></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>an amount of memory that is not known</source>
        <translation>unbekannt viel</translation>
    </message>
    <message>
        <source>another QGIS, or AskMap's service</source>
        <translation>einem anderen QGIS oder dem Dienst von AskMap</translation>
    </message>
    <message>
        <source>another target in the same sample</source>
        <translation>ein weiteres Ziel im selben Beispiel</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>append to it</source>
        <translation>anhängen</translation>
    </message>
    <message>
        <source>as QGIS</source>
        <translation>wie QGIS</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>wie gefragt</translation>
    </message>
    <message>
        <source>as the model's folder says</source>
        <translation>wie der Ordner des Modells sagt</translation>
    </message>
    <message>
        <source>as the question</source>
        <translation>wie die Frage</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>wird gelöscht</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>wird geholt</translation>
    </message>
    <message>
        <source>being tried</source>
        <translation>wird ausprobiert</translation>
    </message>
    <message>
        <source>beside the project</source>
        <translation>neben dem Projekt</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beiden</translation>
    </message>
    <message>
        <source>box, in the colour of its target</source>
        <translation>Rahmen, in der Farbe seines Ziels</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>bundled, for aerial imagery</source>
        <translation>mitgeliefert, für Luftbilder</translation>
    </message>
    <message>
        <source>by area</source>
        <translation>nach Fläche</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>nach Nummer</translation>
    </message>
    <message>
        <source>by score</source>
        <translation>nach Bewertung</translation>
    </message>
    <message>
        <source>by target</source>
        <translation>nach Ziel</translation>
    </message>
    <message>
        <source>by verdict</source>
        <translation>nach Urteil</translation>
    </message>
    <message>
        <source>changed since it was checked</source>
        <translation>seit der Prüfung geändert</translation>
    </message>
    <message>
        <source>comes with AskMap</source>
        <translation>gehört zu AskMap</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>von Hand gezeichnet</translation>
    </message>
    <message>
        <source>drop what is drawn</source>
        <translation>das Gezeichnete verwerfen</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>von Hand bearbeitet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>for a server only</source>
        <translation>nur für einen Server</translation>
    </message>
    <message>
        <source>from 2 % to 98 % of the values</source>
        <translation>von 2 % bis 98 % der Werte</translation>
    </message>
    <message>
        <source>from the lowest to the highest value</source>
        <translation>vom niedrigsten bis zum höchsten Wert</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>here, a folder of yours</source>
        <translation>hier, ein Ordner von Ihnen</translation>
    </message>
    <message>
        <source>here, in LM Studio's folder</source>
        <translation>hier, im Ordner von LM Studio</translation>
    </message>
    <message>
        <source>here, in the hub's cache</source>
        <translation>hier, im Cache des Hubs</translation>
    </message>
    <message>
        <source>holes below {size} m² filled</source>
        <translation>Löcher unter {size} m² gefüllt</translation>
    </message>
    <message>
        <source>in QGIS</source>
        <translation>in QGIS</translation>
    </message>
    <message>
        <source>in QGIS, or in a process of its own where that fails</source>
        <translation>in QGIS, oder in einem eigenen Prozess, wo das nicht geht</translation>
    </message>
    <message>
        <source>in a process of its own</source>
        <translation>in einem eigenen Prozess</translation>
    </message>
    <message>
        <source>in the profile</source>
        <translation>im Profil</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>it crashed ({signal})</source>
        <translation>Absturz ({signal})</translation>
    </message>
    <message>
        <source>it crashed ({signal}) in {place}</source>
        <translation>Absturz ({signal}) in {place}</translation>
    </message>
    <message>
        <source>it crashed without a word</source>
        <translation>Absturz ohne Meldung</translation>
    </message>
    <message>
        <source>it draws the mask of what is pointed at.</source>
        <translation>zeichnet die Maske dessen, worauf gezeigt wird.</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>es endete ohne ein Wort</translation>
    </message>
    <message>
        <source>it has Python {version}</source>
        <translation>es hat Python {version}</translation>
    </message>
    <message>
        <source>it reads the question, reasons and points.</source>
        <translation>liest die Frage, denkt nach und zeigt.</translation>
    </message>
    <message>
        <source>keep the sample</source>
        <translation>das Beispiel behalten</translation>
    </message>
    <message>
        <source>left only</source>
        <translation>nur links</translation>
    </message>
    <message>
        <source>mean ± 2 standard deviations</source>
        <translation>Mittelwert ± 2 Standardabweichungen</translation>
    </message>
    <message>
        <source>move the cross, in leaps</source>
        <translation>das Kreuz bewegen, in Sprüngen</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>not added to the map</source>
        <translation>nicht zur Karte hinzugefügt</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>nicht hier</translation>
    </message>
    <message>
        <source>not in the other view</source>
        <translation>nicht im anderen Ausschnitt</translation>
    </message>
    <message>
        <source>not known to the model</source>
        <translation>dem Modell unbekannt</translation>
    </message>
    <message>
        <source>not known whether it fits</source>
        <translation>unbekannt, ob es passt</translation>
    </message>
    <message>
        <source>not the target</source>
        <translation>nicht das Ziel</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>nothing here answers the question</source>
        <translation>nichts hier beantwortet die Frage</translation>
    </message>
    <message>
        <source>on the target</source>
        <translation>auf dem Ziel</translation>
    </message>
    <message>
        <source>one of the last questions</source>
        <translation>eine der letzten Fragen</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>ein Schritt zurück</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>open and rejected targets too</source>
        <translation>auch offene und abgelehnte Ziele</translation>
    </message>
    <message>
        <source>open targets too</source>
        <translation>auch offene Ziele</translation>
    </message>
    <message>
        <source>part of it is here</source>
        <translation>ein Teil ist hier</translation>
    </message>
    <message>
        <source>parts below {size} m² left out</source>
        <translation>Teile unter {size} m² weggelassen</translation>
    </message>
    <message>
        <source>processor (cpu)</source>
        <translation>Prozessor (cpu)</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>replace it</source>
        <translation>ersetzen</translation>
    </message>
    <message>
        <source>right angles</source>
        <translation>rechte Winkel</translation>
    </message>
    <message>
        <source>right only</source>
        <translation>nur rechts</translation>
    </message>
    <message>
        <source>served</source>
        <translation>wird bereitgestellt</translation>
    </message>
    <message>
        <source>simplified by up to {size} m</source>
        <translation>um bis zu {size} m vereinfacht</translation>
    </message>
    <message>
        <source>smooth corners</source>
        <translation>glatte Ecken</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>target with its number (colours repeat)</source>
        <translation>Ziel mit seiner Nummer (Farben wiederholen sich)</translation>
    </message>
    <message>
        <source>the layer as it is drawn</source>
        <translation>der Layer, wie er gezeichnet wird</translation>
    </message>
    <message>
        <source>the models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>the models, corrected</source>
        <translation>Modelle, korrigiert</translation>
    </message>
    <message>
        <source>this QGIS</source>
        <translation>diesem QGIS</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>type the question; Enter goes back to the map</source>
        <translation>die Frage eintippen; Enter führt zurück zur Karte</translation>
    </message>
    <message>
        <source>undo the last sample</source>
        <translation>das letzte Beispiel zurücknehmen</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>what serves best</source>
        <translation>was sich am besten eignet</translation>
    </message>
    <message>
        <source>what suits the model and the device</source>
        <translation>was zu Modell und Gerät passt</translation>
    </message>
    <message>
        <source>what-the-model-saw.png</source>
        <translation>was-das-modell-sah.png</translation>
    </message>
    <message>
        <source>{area} ha</source>
        <translation>{area} ha</translation>
    </message>
    <message>
        <source>{area} km²</source>
        <translation>{area} km²</translation>
    </message>
    <message>
        <source>{area} m²</source>
        <translation>{area} m²</translation>
    </message>
    <message>
        <source>{count} of {all} targets, {accepted} accepted</source>
        <translation>{count} von {all} Zielen, {accepted} angenommen</translation>
    </message>
    <message>
        <source>{download} MB to fetch, {room} MB on the disk, where {free} MB are free.</source>
        <translation>{download} MB zu holen, {room} MB auf dem Datenträger, auf dem {free} MB frei sind.</translation>
    </message>
    <message>
        <source>{fault} Enter keeps the sample without a mask.</source>
        <translation>{fault} Enter behält das Beispiel ohne Maske.</translation>
    </message>
    <message>
        <source>{fault} The history is kept in {place} until it can be written there again.</source>
        <translation>{fault} Der Verlauf wird in {place} geführt, bis dort wieder geschrieben werden kann.</translation>
    </message>
    <message>
        <source>{file} cannot be read back.</source>
        <translation>{file} kann nicht wieder gelesen werden.</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>{file} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{file} exists and will be replaced.</source>
        <translation>{file} ist vorhanden und wird ersetzt.</translation>
    </message>
    <message>
        <source>{file} is a layer of the map that is being edited, or that AskMap did not export.</source>
        <translation>{file} ist ein Layer der Karte, der gerade bearbeitet wird oder nicht von AskMap exportiert wurde.</translation>
    </message>
    <message>
        <source>{file} is not opened again: it can refer to other files or to the network. {hint}</source>
        <translation>{file} wird nicht wieder geöffnet: Die Datei kann auf andere Dateien oder ins Netzwerk verweisen. {hint}</translation>
    </message>
    <message>
        <source>{file} was there already and belongs to something else, so it stays as it is.</source>
        <translation>{file} war schon da und gehört zu etwas anderem; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{folder} holds a model that AskMap does not load.</source>
        <translation>{folder} enthält ein Modell, das AskMap nicht lädt.</translation>
    </message>
    <message>
        <source>{folder} is in use now.</source>
        <translation>{folder} wird jetzt benutzt.</translation>
    </message>
    <message>
        <source>{format} is always in WGS 84.</source>
        <translation>{format} ist immer in WGS 84.</translation>
    </message>
    <message>
        <source>{gigabytes} GB</source>
        <translation>{gigabytes} GB</translation>
    </message>
    <message>
        <source>{here} of it have come: when you get it, that goes on from there.</source>
        <translation>{here} davon sind da: Wenn Sie es holen, geht es dort weiter.</translation>
    </message>
    <message>
        <source>{key} would mean «{one}» and «{other}»: choose another key, or the old ones stay.</source>
        <translation>{key} hieße „{one}“ und „{other}“: Wählen Sie eine andere Taste, sonst bleiben die alten.</translation>
    </message>
    <message>
        <source>{layer} (not in this project)</source>
        <translation>{layer} (nicht in diesem Projekt)</translation>
    </message>
    <message>
        <source>{length} cm</source>
        <translation>{length} cm</translation>
    </message>
    <message>
        <source>{length} km</source>
        <translation>{length} km</translation>
    </message>
    <message>
        <source>{length} m</source>
        <translation>{length} m</translation>
    </message>
    <message>
        <source>{megabytes} MB</source>
        <translation>{megabytes} MB</translation>
    </message>
    <message>
        <source>{name} is being fetched.</source>
        <translation>{name} wird gerade geholt.</translation>
    </message>
    <message>
        <source>{name} is damaged: {files}. Delete it and get it again.</source>
        <translation>{name} ist beschädigt: {files}. Löschen Sie es und holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{name} is damaged: {member} in it is not what it should be.</source>
        <translation>{name} ist beschädigt: {member} darin ist nicht, was es sein sollte.</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name} ist gelöscht.</translation>
    </message>
    <message>
        <source>{name} is deleted; {files} were put there by others, and stay.</source>
        <translation>{name} ist gelöscht; {files} kam von anderen und bleibt.</translation>
    </message>
    <message>
        <source>{name} is here. Press «Use» to work with it.</source>
        <translation>{name} ist da. Mit „Benutzen“ arbeiten Sie damit.</translation>
    </message>
    <message>
        <source>{name} is no bundle of AskMap's packages.</source>
        <translation>{name} ist kein Bündel mit AskMaps Paketen.</translation>
    </message>
    <message>
        <source>{name} is not what was expected: it was damaged or changed on its way.</source>
        <translation>{name} ist nicht, was erwartet wurde: Es wurde unterwegs beschädigt oder verändert.</translation>
    </message>
    <message>
        <source>{name} was made by a later AskMap than this one.</source>
        <translation>{name} hat ein neueres AskMap als dieses erstellt.</translation>
    </message>
    <message>
        <source>{name}: all files are as the hub says.</source>
        <translation>{name}: Alle Dateien sind, wie der Hub sagt.</translation>
    </message>
    <message>
        <source>{name}: nobody has said what its files should be.</source>
        <translation>{name}: Niemand hat gesagt, was seine Dateien sein sollen.</translation>
    </message>
    <message>
        <source>{name}: question {number} of {total}</source>
        <translation>{name}: Frage {number} von {total}</translation>
    </message>
    <message>
        <source>{name}: stopped.</source>
        <translation>{name}: angehalten.</translation>
    </message>
    <message>
        <source>{name}: stopped. What has come is kept, and goes on from there.</source>
        <translation>{name}: angehalten. Was da ist, bleibt erhalten, und es geht dort weiter.</translation>
    </message>
    <message>
        <source>{name}: {done} of {total}</source>
        <translation>{name}: {done} von {total}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{place} cannot be read: {reason}.</source>
        <translation>{place} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{place} cannot be written: {reason}.</source>
        <translation>In {place} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{program} (process {number})</source>
        <translation>{program} (Prozess {number})</translation>
    </message>
    <message>
        <source>{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, loaded in {load} s, on {device}.</source>
        <translation>{right} von {asked} Fragen richtig, {seconds} s je Antwort, {pieces} Textstücke je Sekunde, geladen in {load} s, auf {device}.</translation>
    </message>
    <message>
        <source>{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, {memory} of memory at most, loaded in {load} s, on {device}.</source>
        <translation>{right} von {asked} Fragen richtig, {seconds} s je Antwort, {pieces} Textstücke je Sekunde, höchstens {memory} Speicher, geladen in {load} s, auf {device}.</translation>
    </message>
    <message>
        <source>{right} of {asked} real questions right.</source>
        <translation>{right} von {asked} echten Fragen richtig.</translation>
    </message>
    <message>
        <source>{right} of {asked} real questions right. {left} more were not asked: they take too long here.</source>
        <translation>{right} von {asked} echten Fragen richtig. {left} weitere wurden nicht gestellt: Sie dauern hier zu lange.</translation>
    </message>
    <message>
        <source>{step}, {time} left</source>
        <translation>{step}, noch {time}</translation>
    </message>
    <message>
        <source>{targets}: {accepted} accepted, {rejected} rejected, {open} open</source>
        <translation>{targets}: {accepted} angenommen, {rejected} abgelehnt, {open} offen</translation>
    </message>
    <message>
        <source>{whole}, {free} of them free</source>
        <translation>{whole}, davon {free} frei</translation>
    </message>
    <message>
        <source>«Undo» brings them back, until QGIS is closed or something else is deleted.</source>
        <translation>«Rückgängig» bringt sie zurück, bis QGIS geschlossen oder etwas anderes gelöscht wird.</translation>
    </message>
    <message>
        <source>«{address}» is no address of a hub.</source>
        <translation>„{address}“ ist keine Adresse eines Hubs.</translation>
    </message>
    <message numerus="yes">
        <source>«{word}»: about %n pixel(s) across in what the model sees. Zoom in to ask about it.</source>
        <translation><numerusform>„{word}“: etwa %n Pixel breit in dem, was das Modell sieht. Zoomen Sie hinein, um danach zu fragen.</numerusform><numerusform>„{word}“: etwa %n Pixel breit in dem, was das Modell sieht. Zoomen Sie hinein, um danach zu fragen.</numerusform></translation>
    </message>
    <message>
        <source>«{word}»: smaller than a pixel in what the model sees. Zoom in to ask about it.</source>
        <translation>„{word}“: kleiner als ein Pixel in dem, was das Modell sieht. Zoomen Sie hinein, um danach zu fragen.</translation>
    </message>
</context>
<context>
    <name>askmap-backend</name>
    <message>
        <source>A .pt file needs Meta's package sam2, and {name} is not installed.</source>
        <translation>Eine .pt-Datei braucht Metas Paket sam2, und {name} ist nicht installiert.</translation>
    </message>
    <message>
        <source>A model of at most {billions:.1f} billion parameters would fit.</source>
        <translation>Ein Modell mit höchstens {billions:.1f} Milliarden Parametern würde passen.</translation>
    </message>
    <message>
        <source>A picture cannot be kept as PNG.</source>
        <translation>Ein Bild kann nicht als PNG aufbewahrt werden.</translation>
    </message>
    <message>
        <source>A picture that was kept as PNG is damaged.</source>
        <translation>Ein als PNG aufbewahrtes Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>A raster cannot be read from the standard input.</source>
        <translation>Ein Raster kann nicht von der Standardeingabe gelesen werden.</translation>
    </message>
    <message>
        <source>Accept or reject all targets first.</source>
        <translation>Nehmen Sie zuerst alle Ziele an oder lehnen Sie sie ab.</translation>
    </message>
    <message>
        <source>Agree to its terms at {page} with an account, then give a key of it.</source>
        <translation>Stimmen Sie den Bedingungen auf {page} mit einem Konto zu und geben Sie dann einen Schlüssel dieses Kontos an.</translation>
    </message>
    <message>
        <source>Another QGIS has changed target {number} of this answer.</source>
        <translation>Ein anderes QGIS hat Ziel {number} dieser Antwort geändert.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Ask about a smaller part of it, or build overviews: in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo.</source>
        <translation>Fragen Sie zu einem kleineren Teil, oder erzeugen Sie Pyramiden: in QGIS in den Eigenschaften des Layers unter «Pyramiden», in einer Shell mit gdaladdo.</translation>
    </message>
    <message>
        <source>Ask about its two sides one after the other.</source>
        <translation>Fragen Sie nacheinander zu seinen beiden Seiten.</translation>
    </message>
    <message>
        <source>Ask about one of them, such as {name}</source>
        <translation>Fragen Sie zu einem davon, etwa {name}</translation>
    </message>
    <message>
        <source>Ask again in other words, or choose the answer format that the model was trained for.</source>
        <translation>Fragen Sie noch einmal mit anderen Worten, oder wählen Sie das Antwortformat, für das das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>Ask again when that has ended.</source>
        <translation>Fragen Sie noch einmal, wenn das beendet ist.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Ask again. If it happens again, install the packages of the engine again.</source>
        <translation>Fragen Sie noch einmal. Wenn es wieder geschieht, installieren Sie die Pakete der Engine neu.</translation>
    </message>
    <message>
        <source>Ask again: a new process starts then. If it keeps ending, choose a smaller model or a smaller view.</source>
        <translation>Fragen Sie noch einmal: Dann startet ein neuer Prozess. Endet auch er immer wieder, wählen Sie ein kleineres Modell oder einen kleineren Ausschnitt.</translation>
    </message>
    <message>
        <source>Ask again; if it happens again, see what the server says in its own program.</source>
        <translation>Fragen Sie noch einmal; geschieht es wieder, sehen Sie nach, was der Server in seinem eigenen Programm sagt.</translation>
    </message>
    <message>
        <source>Ask for the same in one sentence, and accept that answer.</source>
        <translation>Fragen Sie dasselbe in einem Satz und nehmen Sie jene Antwort an.</translation>
    </message>
    <message>
        <source>Ask in fewer words, or choose a smaller view.</source>
        <translation>Fragen Sie mit weniger Worten, oder wählen Sie einen kleineren Ausschnitt.</translation>
    </message>
    <message>
        <source>Ask in one or two sentences what to look for.</source>
        <translation>Fragen Sie in ein oder zwei Sätzen, wonach gesucht werden soll.</translation>
    </message>
    <message>
        <source>Ask it again.</source>
        <translation>Stellen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Ask without it.</source>
        <translation>Fragen Sie ohne ihn.</translation>
    </message>
    <message>
        <source>Ask without one.</source>
        <translation>Fragen Sie ohne einen.</translation>
    </message>
    <message>
        <source>AskMap cannot tell in which format the model in {folder} answers.</source>
        <translation>AskMap kann nicht erkennen, in welchem Format das Modell in {folder} antwortet.</translation>
    </message>
    <message>
        <source>AskMap draws no «{suffix}» pictures.</source>
        <translation>AskMap zeichnet keine „{suffix}“-Bilder.</translation>
    </message>
    <message>
        <source>AskMap has not fetched {name}.</source>
        <translation>AskMap hat {name} nicht geholt.</translation>
    </message>
    <message>
        <source>AskMap knows no answer format «{name}».</source>
        <translation>AskMap kennt kein Antwortformat „{name}“.</translation>
    </message>
    <message>
        <source>AskMap writes no «{suffix}» files.</source>
        <translation>AskMap schreibt keine „{suffix}“-Dateien.</translation>
    </message>
    <message>
        <source>AskMap writes no «{suffix}» reports.</source>
        <translation>AskMap schreibt keine „{suffix}“-Berichte.</translation>
    </message>
    <message>
        <source>Check its address, and whether this network wants a login in a browser first.</source>
        <translation>Prüfen Sie die Adresse, und ob dieses Netz zuerst eine Anmeldung im Browser verlangt.</translation>
    </message>
    <message>
        <source>Check the address and the connection, or download the file first.</source>
        <translation>Prüfen Sie Adresse und Verbindung, oder laden Sie die Datei zuerst herunter.</translation>
    </message>
    <message>
        <source>Check the address of the hub.</source>
        <translation>Prüfen Sie die Adresse des Hubs.</translation>
    </message>
    <message>
        <source>Check the address: that of LM Studio, Ollama, llama.cpp and vLLM ends in /v1.</source>
        <translation>Prüfen Sie die Adresse: die von LM Studio, Ollama, llama.cpp und vLLM endet auf /v1.</translation>
    </message>
    <message>
        <source>Check the address; a certificate of your own has to be installed on this computer.</source>
        <translation>Prüfen Sie die Adresse; ein eigenes Zertifikat muss auf diesem Rechner installiert sein.</translation>
    </message>
    <message>
        <source>Check the name: it is written as its owner writes it, such as owner/name.</source>
        <translation>Prüfen Sie den Namen: Er wird so geschrieben wie von seinem Besitzer, etwa besitzer/name.</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>Prüfen Sie das Netz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Choose a .pt file of SAM2, or a folder.</source>
        <translation>Wählen Sie eine .pt-Datei von SAM2 oder einen Ordner.</translation>
    </message>
    <message>
        <source>Choose a Qwen2.5-VL, Qwen3-VL or Qwen3.5 reasoner and a SAM2, SAM3 or EdgeTAM segmenter.</source>
        <translation>Wählen Sie ein Reasoning-Modell Qwen2.5-VL, Qwen3-VL oder Qwen3.5 und ein Segmentierungsmodell SAM2, SAM3 oder EdgeTAM.</translation>
    </message>
    <message>
        <source>Choose a file that holds the key in its first line.</source>
        <translation>Wählen Sie eine Datei, die den Schlüssel in ihrer ersten Zeile hat.</translation>
    </message>
    <message>
        <source>Choose a folder that holds config.json and *.safetensors.</source>
        <translation>Wählen Sie einen Ordner, der config.json und *.safetensors enthält.</translation>
    </message>
    <message>
        <source>Choose a folder with *.safetensors.</source>
        <translation>Wählen Sie einen Ordner mit *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a model that sees pictures and points at things, such as Qwen3-VL.</source>
        <translation>Wählen Sie ein Modell, das Bilder sieht und auf Dinge zeigt, etwa Qwen3-VL.</translation>
    </message>
    <message>
        <source>Choose a name ending in .md or .html.</source>
        <translation>Wählen Sie einen Namen, der auf .md oder .html endet.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png.</source>
        <translation>Wählen Sie einen Namen, der auf .png endet.</translation>
    </message>
    <message>
        <source>Choose a name that ends in {names}.</source>
        <translation>Wählen Sie einen Namen, der auf {names} endet.</translation>
    </message>
    <message>
        <source>Choose a repository with *.safetensors.</source>
        <translation>Wählen Sie ein Repository mit *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a smaller model, or a smaller view.</source>
        <translation>Wählen Sie ein kleineres Modell oder einen kleineren Ausschnitt.</translation>
    </message>
    <message>
        <source>Choose a view inside the raster's extent.</source>
        <translation>Wählen Sie einen Ausschnitt innerhalb der Ausdehnung des Rasters.</translation>
    </message>
    <message>
        <source>Choose a view that shows imagery.</source>
        <translation>Wählen Sie einen Ausschnitt, der Bilddaten zeigt.</translation>
    </message>
    <message>
        <source>Choose another entry of the history.</source>
        <translation>Wählen Sie einen anderen Eintrag des Verlaufs.</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>Wählen Sie einen anderen Dateinamen.</translation>
    </message>
    <message>
        <source>Choose another folder, or another name for the split.</source>
        <translation>Wählen Sie einen anderen Ordner oder einen anderen Namen für den Teil.</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Choose another name, or write a GeoPackage (.gpkg) instead.</source>
        <translation>Wählen Sie einen anderen Namen, oder schreiben Sie stattdessen ein GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose its answer format in the settings, or write it into the file askmap.json in its folder: {example} for a Qwen as published.</source>
        <translation>Wählen Sie sein Antwortformat in den Einstellungen, oder schreiben Sie es in die Datei askmap.json in seinem Ordner: {example} für ein Qwen, wie es veröffentlicht ist.</translation>
    </message>
    <message>
        <source>Choose letters, digits, - and _.</source>
        <translation>Wählen Sie Buchstaben, Ziffern, - und _.</translation>
    </message>
    <message>
        <source>Choose one of the models that it lists; the address ends in /v1.</source>
        <translation>Wählen Sie eines der Modelle, die er nennt; die Adresse endet auf /v1.</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Wählen Sie eines von {names}.</translation>
    </message>
    <message>
        <source>Choose smaller models, or let a server run the reasoner.</source>
        <translation>Wählen Sie kleinere Modelle, oder lassen Sie das Reasoning-Modell auf einem Server laufen.</translation>
    </message>
    <message>
        <source>Choose the device «auto» or «cpu».</source>
        <translation>Wählen Sie das Gerät „auto“ oder „cpu“.</translation>
    </message>
    <message>
        <source>Choose the model's unquantized folder, or let a server such as LM Studio run it, and give its address.</source>
        <translation>Wählen Sie den Ordner des nicht quantisierten Modells, oder lassen Sie es von einem Server wie LM Studio ausführen, und geben Sie dessen Adresse an.</translation>
    </message>
    <message>
        <source>Choose the model's unquantized folder.</source>
        <translation>Wählen Sie den Ordner des nicht quantisierten Modells.</translation>
    </message>
    <message>
        <source>Choose the precision «auto» or «float32».</source>
        <translation>Wählen Sie die Genauigkeit „auto“ oder „float32“.</translation>
    </message>
    <message>
        <source>Choose the raster that the polygons were drawn on.</source>
        <translation>Wählen Sie das Raster, auf dem die Polygone gezeichnet wurden.</translation>
    </message>
    <message>
        <source>Close it there, or choose another file name.</source>
        <translation>Schließen Sie die Datei dort, oder wählen Sie einen anderen Dateinamen.</translation>
    </message>
    <message>
        <source>Copy all of it again, from where it was made.</source>
        <translation>Kopieren Sie sie noch einmal ganz, von dort, wo sie gemacht wurde.</translation>
    </message>
    <message>
        <source>Copy or download the model again.</source>
        <translation>Kopieren Sie das Modell noch einmal oder laden Sie es neu herunter.</translation>
    </message>
    <message>
        <source>Correct the name and the password of the proxy, then try again.</source>
        <translation>Berichtigen Sie Namen und Passwort des Proxys und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Delete it: what was measured is lost then, and can be measured again.</source>
        <translation>Löschen Sie sie: was gemessen wurde, ist dann verloren und kann neu gemessen werden.</translation>
    </message>
    <message>
        <source>Delete the entry, or update AskMap if a newer one wrote it.</source>
        <translation>Löschen Sie den Eintrag, oder aktualisieren Sie AskMap, falls ein neueres ihn geschrieben hat.</translation>
    </message>
    <message>
        <source>Draw what answers and accept it, or ask another model.</source>
        <translation>Zeichnen Sie, was die Frage beantwortet, und nehmen Sie es an, oder fragen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Drawing the masks</source>
        <translation>Masken werden gezeichnet</translation>
    </message>
    <message>
        <source>End that one with «askmap serve --end», or ask without it.</source>
        <translation>Beenden Sie ihn mit «askmap serve --end», oder fragen Sie ohne ihn.</translation>
    </message>
    <message>
        <source>Enter the key that its owner gave you.</source>
        <translation>Geben Sie den Schlüssel ein, den Sie vom Betreiber haben.</translation>
    </message>
    <message>
        <source>Feature {number} of {path} has no place in the raster's coordinate system.</source>
        <translation>Objekt {number} von {path} hat keinen Platz im Koordinatenbezugssystem des Rasters.</translation>
    </message>
    <message>
        <source>Feature {number} of {path} is a {kind}, not a polygon.</source>
        <translation>Objekt {number} von {path} ist ein {kind}, kein Polygon.</translation>
    </message>
    <message>
        <source>Fetch the model's unquantized folder: the adapter finds it.</source>
        <translation>Laden Sie den Ordner des nicht quantisierten Modells herunter: Der Adapter findet ihn.</translation>
    </message>
    <message>
        <source>Fetch {base} with `askmap models get`, or put its folder beside the adapter's.</source>
        <translation>Laden Sie {base} mit `askmap models get` herunter, oder legen Sie seinen Ordner neben den des Adapters.</translation>
    </message>
    <message>
        <source>Free some space or close other programs that use the file, then try again.</source>
        <translation>Schaffen Sie Platz oder schließen Sie andere Programme, die die Datei benutzen, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Free some space there, and ask again.</source>
        <translation>Schaffen Sie dort Platz, und fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Give a project's file beside which one lies, its folder, or the history's own .gpkg.</source>
        <translation>Geben Sie die Datei eines Projekts an, neben der einer liegt, ihren Ordner oder die .gpkg-Datei des Verlaufs selbst.</translation>
    </message>
    <message>
        <source>Give each output a name of its own.</source>
        <translation>Geben Sie jeder Ausgabe einen eigenen Namen.</translation>
    </message>
    <message>
        <source>Give the bounding box in the raster's own units, without a coordinate system.</source>
        <translation>Geben Sie das umgebende Rechteck in den Einheiten des Rasters an, ohne Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>Give the file of one project.</source>
        <translation>Geben Sie die Datei eines Projekts an.</translation>
    </message>
    <message>
        <source>Give the smaller x and y first; to cross 180 degrees, go on counting, for example to 190.</source>
        <translation>Geben Sie das kleinere x und y zuerst an; zählen Sie über 180 Grad hinaus weiter, etwa bis 190.</translation>
    </message>
    <message>
        <source>Go on working; what can still be read of the old history, sqlite3's «.recover» will find.</source>
        <translation>Arbeiten Sie weiter; was vom alten Verlauf noch lesbar ist, findet „.recover“ von sqlite3.</translation>
    </message>
    <message>
        <source>Install AskMap's extra «meta», or choose a SAM2 folder with config.json and *.safetensors.</source>
        <translation>Installieren Sie AskMaps Zusatz „meta“, oder wählen Sie einen SAM2-Ordner mit config.json und *.safetensors.</translation>
    </message>
    <message>
        <source>Install a newer QGIS, or a newer Python.</source>
        <translation>Installieren Sie ein neueres QGIS oder ein neueres Python.</translation>
    </message>
    <message>
        <source>Install the packages of the engine again.</source>
        <translation>Installieren Sie die Pakete der Engine neu.</translation>
    </message>
    <message>
        <source>Install the packages of the engine: in QGIS with AskMap's button, in a shell as README.md shows.</source>
        <translation>Installieren Sie die Pakete der Engine: in QGIS mit AskMaps Schaltfläche, in einer Shell so, wie README.md es zeigt.</translation>
    </message>
    <message>
        <source>Install them with the button in AskMap's dock; in a shell, as README.md shows.</source>
        <translation>Installieren Sie sie mit der Schaltfläche im Bedienfeld von AskMap; in einer Shell so, wie README.md es zeigt.</translation>
    </message>
    <message>
        <source>It has: {names}.</source>
        <translation>Er hat: {names}.</translation>
    </message>
    <message>
        <source>Load a model that sees pictures there first.</source>
        <translation>Laden Sie dort zuerst ein Modell, das Bilder sieht.</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Modelle werden geladen</translation>
    </message>
    <message>
        <source>Make an amplitude raster of it first, for example with gdal_translate on a derived band.</source>
        <translation>Machen Sie daraus zuerst ein Amplitudenraster, zum Beispiel mit gdal_translate aus einem abgeleiteten Kanal.</translation>
    </message>
    <message>
        <source>Make one GeoTIFF of it first, with gdal_translate or gdalwarp.</source>
        <translation>Machen Sie daraus zuerst ein einziges GeoTIFF, mit gdal_translate oder gdalwarp.</translation>
    </message>
    <message>
        <source>Memory ran out, so the model saw the picture with fewer pixels: {width} × {height}.</source>
        <translation>Der Speicher reichte nicht, daher sah das Modell das Bild mit weniger Pixeln: {width} × {height}.</translation>
    </message>
    <message>
        <source>Memory ran out: trying again with fewer pixels</source>
        <translation>Der Speicher reichte nicht: neuer Versuch mit weniger Pixeln</translation>
    </message>
    <message>
        <source>Mend or remove what is named, then give the same command again: what was finished is kept.</source>
        <translation>Reparieren oder entfernen Sie das Genannte und geben Sie denselben Befehl noch einmal: Was fertig war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Merge it into its model first.</source>
        <translation>Führen Sie ihn zuerst mit seinem Modell zusammen.</translation>
    </message>
    <message>
        <source>Merge it into its model with peft, and choose the merged folder.</source>
        <translation>Führen Sie ihn mit peft mit seinem Modell zusammen, und wählen Sie den Ordner mit dem Ergebnis.</translation>
    </message>
    <message>
        <source>Merge it into the model, or remove adapter_config.json.</source>
        <translation>Führen Sie ihn mit dem Modell zusammen, oder entfernen Sie adapter_config.json.</translation>
    </message>
    <message>
        <source>Move to where the layer has data, and ask again.</source>
        <translation>Gehen Sie dorthin, wo der Layer Daten hat, und fragen Sie erneut.</translation>
    </message>
    <message>
        <source>No box and no point of the model's answer can be read.</source>
        <translation>Kein Rahmen und kein Punkt der Antwort des Modells ist lesbar.</translation>
    </message>
    <message>
        <source>No service can be used in the folder {folder}: {reason}.</source>
        <translation>Im Ordner {folder} kann kein Dienst benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>One part of the raster takes more than a minute to read.</source>
        <translation>Einen Teil des Rasters zu lesen, dauert länger als eine Minute.</translation>
    </message>
    <message>
        <source>Only one of {path} and its raster has a coordinate system on the earth; the other has a local one or none.</source>
        <translation>Von {path} und dem Raster dazu hat nur eines ein Koordinatenbezugssystem auf der Erde; das andere hat ein lokales oder keines.</translation>
    </message>
    <message>
        <source>Open it with gdalinfo to see what is wrong, or choose another raster.</source>
        <translation>Sehen Sie mit gdalinfo nach, was nicht stimmt, oder wählen Sie ein anderes Raster.</translation>
    </message>
    <message>
        <source>Open it with ogrinfo to see what is wrong, or choose another file.</source>
        <translation>Sehen Sie mit ogrinfo nach, was nicht stimmt, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Others can read the key in {path}.</source>
        <translation>Andere können den Schlüssel in {path} lesen.</translation>
    </message>
    <message>
        <source>Reading the raster</source>
        <translation>Raster wird gelesen</translation>
    </message>
    <message>
        <source>Reading the raster: {percent} %</source>
        <translation>Raster wird gelesen: {percent} %</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Denkt nach</translation>
    </message>
    <message>
        <source>Rectify it first: gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif</source>
        <translation>Entzerren Sie es zuerst: gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif</translation>
    </message>
    <message>
        <source>Reject it, or correct its outline.</source>
        <translation>Lehnen Sie es ab, oder korrigieren Sie seinen Umriss.</translation>
    </message>
    <message>
        <source>Remove it, or make it yours alone.</source>
        <translation>Entfernen Sie ihn, oder machen Sie ihn zu Ihrem allein.</translation>
    </message>
    <message>
        <source>Remove that trigger, index or column, or rename the file to begin a new one.</source>
        <translation>Entfernen Sie diesen Trigger, Index oder diese Spalte, oder benennen Sie die Datei um, damit eine neue beginnt.</translation>
    </message>
    <message>
        <source>Remove the model and fetch it again.</source>
        <translation>Entfernen Sie das Modell und holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Rename that file, and a new one begins.</source>
        <translation>Benennen Sie diese Datei um, dann beginnt ein neuer Verlauf.</translation>
    </message>
    <message>
        <source>Restart QGIS, so that both are of the same version.</source>
        <translation>Starten Sie QGIS neu, damit beide dieselbe Version haben.</translation>
    </message>
    <message>
        <source>Run chmod 600 {path} first.</source>
        <translation>Führen Sie zuerst chmod 600 {path} aus.</translation>
    </message>
    <message>
        <source>SIGKILL, as where memory has run out</source>
        <translation>SIGKILL, wie wenn der Speicher ausgegangen ist</translation>
    </message>
    <message>
        <source>See askmap models list.</source>
        <translation>Siehe askmap models list.</translation>
    </message>
    <message>
        <source>See there whether it is still busy, then ask again.</source>
        <translation>Sehen Sie dort nach, ob er noch beschäftigt ist, und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>See what the server says in its own program; a model that sees pictures is needed.</source>
        <translation>Sehen Sie nach, was der Server in seinem eigenen Programm sagt; nötig ist ein Modell, das Bilder sieht.</translation>
    </message>
    <message>
        <source>Some targets are neither accepted nor rejected: what is left open would be taught as wrong.</source>
        <translation>Einige Ziele sind weder angenommen noch abgelehnt: Was offen bleibt, würde als falsch gelehrt.</translation>
    </message>
    <message>
        <source>Start it, or check its address.</source>
        <translation>Starten Sie ihn, oder prüfen Sie seine Adresse.</translation>
    </message>
    <message>
        <source>Start the server, or choose another reasoner.</source>
        <translation>Starten Sie den Server, oder wählen Sie einen anderen Reasoner.</translation>
    </message>
    <message>
        <source>Target {number} has no pixel in the view that was asked about.</source>
        <translation>Ziel {number} hat keinen Pixel in dem Ausschnitt, zu dem gefragt wurde.</translation>
    </message>
    <message>
        <source>Target {target} cannot be written in longitudes and latitudes of WGS 84.</source>
        <translation>Ziel {target} kann nicht in Längen und Breiten von WGS 84 geschrieben werden.</translation>
    </message>
    <message>
        <source>The adapter in {adapter} would change the weights of {folder}, which are quantized.</source>
        <translation>Der Adapter in {adapter} würde die Gewichte in {folder} ändern, die quantisiert sind.</translation>
    </message>
    <message>
        <source>The adapter in {folder} belongs to the model {base}, which is not on this computer.</source>
        <translation>Der Adapter in {folder} gehört zum Modell {base}, das es auf diesem Computer nicht gibt.</translation>
    </message>
    <message>
        <source>The adapter in {folder} does not fit the model that it was found for: {module} is another.</source>
        <translation>Der Adapter in {folder} passt nicht zu dem Modell, das für ihn gefunden wurde: {module} ist anders.</translation>
    </message>
    <message>
        <source>The adapter in {folder} holds «{name}», which is no part of a plain LoRA.</source>
        <translation>Der Adapter in {folder} enthält „{name}“, was nicht zu einem einfachen LoRA gehört.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is no plain LoRA: it sets «{key}».</source>
        <translation>Der Adapter in {folder} ist kein einfaches LoRA: Er setzt „{key}“.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is not as peft writes it.</source>
        <translation>Der Adapter in {folder} ist nicht so, wie peft ihn schreibt.</translation>
    </message>
    <message>
        <source>The answer could not be kept elsewhere either.</source>
        <translation>Die Antwort konnte auch anderswo nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} has no place in the coordinate system of the raster.</source>
        <translation>Das umgebende Rechteck {bbox} hat keinen Platz im Koordinatenbezugssystem des Rasters.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} is not (xmin, ymin, xmax, ymax).</source>
        <translation>Das umgebende Rechteck {bbox} ist nicht (xmin, ymin, xmax, ymax).</translation>
    </message>
    <message>
        <source>The bounding box {bbox} lies on both sides of the longitude where the raster begins and ends.</source>
        <translation>Das umgebende Rechteck {bbox} liegt beiderseits des Längengrads, an dem das Raster beginnt und endet.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} lies too far from the raster.</source>
        <translation>Das umgebende Rechteck {bbox} liegt zu weit vom Raster entfernt.</translation>
    </message>
    <message>
        <source>The config.json in {folder} asks for pictures of {side} pixels.</source>
        <translation>Die config.json in {folder} verlangt Bilder mit {side} Pixeln.</translation>
    </message>
    <message>
        <source>The config.json in {folder} does not describe a SAM2.</source>
        <translation>Die config.json in {folder} beschreibt kein SAM2.</translation>
    </message>
    <message>
        <source>The config.json in {folder} does not describe its weights.</source>
        <translation>Die config.json in {folder} beschreibt die Gewichte dort nicht.</translation>
    </message>
    <message>
        <source>The config.json in {folder} has the value {value} for «{key}», which no model has.</source>
        <translation>Die config.json in {folder} hat für „{key}“ den Wert {value}, den kein Modell hat.</translation>
    </message>
    <message>
        <source>The config.json in {folder} is nested too deeply.</source>
        <translation>Die config.json in {folder} ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The config.json of «{name}» does not describe its weights.</source>
        <translation>Die config.json von „{name}“ beschreibt die Gewichte dort nicht.</translation>
    </message>
    <message>
        <source>The device {device} does not compute in {dtype}.</source>
        <translation>Das Gerät {device} rechnet nicht in {dtype}.</translation>
    </message>
    <message>
        <source>The engine did nothing for {minutes:.0f} minutes, and its process was ended.</source>
        <translation>Die Engine tat {minutes:.0f} Minuten lang nichts, und ihr Prozess wurde beendet.</translation>
    </message>
    <message>
        <source>The engine needs Python {wanted} or newer, and this is {found}.</source>
        <translation>Die Engine braucht Python {wanted} oder neuer, und dies ist {found}.</translation>
    </message>
    <message>
        <source>The engine's packages are not all here: {names}.</source>
        <translation>Die Pakete der Engine sind nicht alle da, es fehlen: {names}.</translation>
    </message>
    <message>
        <source>The engine's process cannot be started: {reason}.</source>
        <translation>Der Prozess der Engine kann nicht gestartet werden: {reason}.</translation>
    </message>
    <message>
        <source>The engine's process did not get the memory that it needs.</source>
        <translation>Der Prozess der Engine bekam nicht den Speicher, den er braucht.</translation>
    </message>
    <message>
        <source>The engine's process ended before it had answered: {reason}.</source>
        <translation>Der Prozess der Engine endete, bevor er geantwortet hatte: {reason}.</translation>
    </message>
    <message>
        <source>The engine's process gave no sign of life for {seconds:.0f} seconds, and was ended.</source>
        <translation>Der Prozess der Engine gab {seconds:.0f} Sekunden lang kein Lebenszeichen und wurde beendet.</translation>
    </message>
    <message>
        <source>The engine's process is of AskMap {theirs}, and this is AskMap {ours}.</source>
        <translation>Der Prozess der Engine ist von AskMap {theirs}, und dies ist AskMap {ours}.</translation>
    </message>
    <message>
        <source>The engine's process wrote what AskMap cannot read, and was ended.</source>
        <translation>Der Prozess der Engine schrieb etwas, das AskMap nicht lesen kann, und wurde beendet.</translation>
    </message>
    <message>
        <source>The entry {id} in {path} cannot be read.</source>
        <translation>Der Eintrag {id} in {path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file {file} has the value {value} for «{name}», which no model has.</source>
        <translation>Die Datei {file} hat für „{name}“ den Wert {value}, den kein Modell hat.</translation>
    </message>
    <message>
        <source>The file {file} names no valid tokens as «eos_token_id».</source>
        <translation>Die Datei {file} nennt keine gültigen Token als „eos_token_id“.</translation>
    </message>
    <message>
        <source>The file {folder} names no files of weights.</source>
        <translation>Die Datei {folder} nennt keine Dateien mit Gewichten.</translation>
    </message>
    <message>
        <source>The file {path} adds tokens that are not valid.</source>
        <translation>Die Datei {path} fügt ungültige Token hinzu.</translation>
    </message>
    <message>
        <source>The file {path} asks for the {name} «{kind}», which AskMap does not support.</source>
        <translation>Die Datei {path} verlangt als {name} „{kind}“, was AskMap nicht unterstützt.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}.</source>
        <translation>Die Datei {path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The file {path} holds no JSON object.</source>
        <translation>Die Datei {path} enthält kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The file {path} holds no tokenizer.</source>
        <translation>Die Datei {path} enthält keinen Tokenizer.</translation>
    </message>
    <message>
        <source>The file {path} is not JSON.</source>
        <translation>Die Datei {path} ist kein JSON.</translation>
    </message>
    <message>
        <source>The file {path} is not UTF-8.</source>
        <translation>Die Datei {path} ist kein UTF-8.</translation>
    </message>
    <message>
        <source>The file {path} is not a BPE tokenizer, the only kind that AskMap reads.</source>
        <translation>Die Datei {path} ist kein BPE-Tokenizer, und nur diese Art liest AskMap.</translation>
    </message>
    <message>
        <source>The file {path} is not as AskMap writes it.</source>
        <translation>Die Datei {path} ist nicht so, wie AskMap sie schreibt.</translation>
    </message>
    <message>
        <source>The file {path} is too large for a file of its kind.</source>
        <translation>Die Datei {path} ist zu groß für eine Datei ihrer Art.</translation>
    </message>
    <message>
        <source>The file {path} names no coordinates that AskMap knows.</source>
        <translation>Die Datei {path} nennt keine Koordinaten, die AskMap kennt.</translation>
    </message>
    <message>
        <source>The file {path} names tokens that no model has.</source>
        <translation>Die Datei {path} nennt Token, die kein Modell hat.</translation>
    </message>
    <message>
        <source>The file {path} splits text by a pattern that could take for ever.</source>
        <translation>Die Datei {path} zerlegt Text nach einem Muster, das endlos dauern könnte.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>Der Ordner {folder} kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} holds {count} histories.</source>
        <translation>Im Ordner {folder} liegen {count} Verläufe.</translation>
    </message>
    <message>
        <source>The folder {folder} is not yours alone, so no service is used there.</source>
        <translation>Der Ordner {folder} gehört nicht Ihnen allein, darum wird dort kein Dienst benutzt.</translation>
    </message>
    <message>
        <source>The history refuses what is written into it: {error}.</source>
        <translation>Der Verlauf weist zurück, was in ihn geschrieben wird: {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be copied: {error}.</source>
        <translation>Der Verlauf {path} kann nicht kopiert werden: {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be used now: {error}.</source>
        <translation>Der Verlauf {path} kann gerade nicht benutzt werden: {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be used: {reason}.</source>
        <translation>Der Verlauf {path} kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>The history {path} holds «{name}», which would change what AskMap writes.</source>
        <translation>Der Verlauf {path} enthält „{name}“, und das würde verändern, was AskMap schreibt.</translation>
    </message>
    <message>
        <source>The history {path} is damaged and cannot be renamed.</source>
        <translation>Der Verlauf {path} ist beschädigt und kann nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>The history {path} is damaged: it now lies in {aside}, and a new one begins.</source>
        <translation>Der Verlauf {path} ist beschädigt: Er liegt jetzt in {aside}, und ein neuer beginnt.</translation>
    </message>
    <message>
        <source>The history {path} was written by a newer AskMap.</source>
        <translation>Der Verlauf {path} wurde von einem neueren AskMap geschrieben.</translation>
    </message>
    <message>
        <source>The hub at {server} does not say how large {file} is.</source>
        <translation>Der Hub {server} sagt nicht, wie groß {file} ist.</translation>
    </message>
    <message>
        <source>The hub at {server} has no {name}, or not this revision of it.</source>
        <translation>Der Hub {server} hat kein {name}, oder nicht in dieser Revision.</translation>
    </message>
    <message>
        <source>The hub at {server} is busy (status {status}).</source>
        <translation>Der Hub {server} ist beschäftigt (Status {status}).</translation>
    </message>
    <message>
        <source>The hub at {server} leads from address to address without an end.</source>
        <translation>Der Hub {server} führt endlos von Adresse zu Adresse.</translation>
    </message>
    <message>
        <source>The hub at {server} leads to an address that is not safe: {url}.</source>
        <translation>Der Hub {server} führt zu einer Adresse, die nicht sicher ist: {url}.</translation>
    </message>
    <message>
        <source>The hub at {server} refuses (status {status}).</source>
        <translation>Der Hub {server} lehnt ab (Status {status}).</translation>
    </message>
    <message>
        <source>The hub gives {name} only to those who may have it (status {status}).</source>
        <translation>Der Hub gibt {name} nur denen, die es haben dürfen (Status {status}).</translation>
    </message>
    <message>
        <source>The index of {folder} looks for {tensor} in {name}, which lacks it.</source>
        <translation>Der Index von {folder} sucht {tensor} in {name}, wo es fehlt.</translation>
    </message>
    <message>
        <source>The index of {folder} names {name}, which is not there.</source>
        <translation>Der Index von {folder} nennt {name}, das nicht da ist.</translation>
    </message>
    <message>
        <source>The key in {path} cannot be read: {reason}.</source>
        <translation>Der Schlüssel in {path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The map is turned by {degrees:.0f} degrees, so north is not up in this view.</source>
        <translation>Die Karte ist um {degrees:.0f} Grad gedreht, darum ist Norden in diesem Ausschnitt nicht oben.</translation>
    </message>
    <message>
        <source>The model does not know what this question asks for, which does not say that nothing answers.</source>
        <translation>Das Modell weiß nicht, wonach diese Frage fragt; das heißt nicht, dass es nichts davon gibt.</translation>
    </message>
    <message>
        <source>The model in {folder}</source>
        <translation>Das Modell in {folder}</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized in a way that the device «{device}» cannot compute.</source>
        <translation>Das Modell in {folder} ist auf eine Weise quantisiert, mit der das Gerät „{device}“ nicht rechnen kann.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized with {method}, which AskMap does not load.</source>
        <translation>Das Modell in {folder} ist mit {method} quantisiert, was AskMap nicht lädt.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized, and the package {name} is not installed.</source>
        <translation>Das Modell in {folder} ist quantisiert, und das Paket {name} ist nicht installiert.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized.</source>
        <translation>Das Modell in {folder} ist quantisiert.</translation>
    </message>
    <message>
        <source>The model in {folder} wants to run code of its own, which AskMap never does.</source>
        <translation>Das Modell in {folder} will eigenen Code ausführen, was AskMap nie tut.</translation>
    </message>
    <message>
        <source>The model «{model}» did not find the red rectangle of a test picture: it does not see or point.</source>
        <translation>Das Modell «{model}» fand das rote Rechteck eines Testbilds nicht: es sieht nicht oder zeigt nicht.</translation>
    </message>
    <message>
        <source>The model «{name}» reads each question alone; it was not told of the questions and answers before this one.</source>
        <translation>Das Modell „{name}“ liest jede Frage für sich; die Fragen und Antworten davor wurden ihm nicht mitgeteilt.</translation>
    </message>
    <message>
        <source>The model's answer holds no boxes and no points.</source>
        <translation>Die Antwort des Modells enthält weder Rahmen noch Punkte.</translation>
    </message>
    <message>
        <source>The model's answer is too deeply nested to be read.</source>
        <translation>Die Antwort des Modells ist zu tief verschachtelt, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>The model's folder lacks {name}: {parent}.</source>
        <translation>Im Ordner des Modells fehlt {name}: {parent}.</translation>
    </message>
    <message>
        <source>The model's prompt.txt has no place for the question.</source>
        <translation>Die prompt.txt des Modells hat keinen Platz für die Frage.</translation>
    </message>
    <message>
        <source>The model's tokenizer.json does not know {name}.</source>
        <translation>Die tokenizer.json des Modells kennt {name} nicht.</translation>
    </message>
    <message>
        <source>The models need about {needed:,.1f} GB of memory, and this computer has {memory:,.1f} GB.</source>
        <translation>Die Modelle brauchen etwa {needed:,.1f} GB Speicher, und dieser Computer hat {memory:,.1f} GB.</translation>
    </message>
    <message>
        <source>The packages of the engine are being removed or replaced by another QGIS.</source>
        <translation>Ein anderes QGIS entfernt oder ersetzt gerade die Pakete der Engine.</translation>
    </message>
    <message>
        <source>The packages of the engine cannot be used: {error}.</source>
        <translation>Die Pakete der Engine sind nicht benutzbar: {error}.</translation>
    </message>
    <message>
        <source>The pixels cannot be written to {folder}: {reason}.</source>
        <translation>Die Pixel können nicht nach {folder} geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The proxy wants another name or password.</source>
        <translation>Der Proxy verlangt einen anderen Namen oder ein anderes Passwort.</translation>
    </message>
    <message>
        <source>The question and the picture are {tokens:,} tokens, and the model reads {limit:,}.</source>
        <translation>Die Frage und das Bild haben {tokens:,} Token, und das Modell liest {limit:,}.</translation>
    </message>
    <message>
        <source>The question has {count:,} characters, and {limit:,} are the limit.</source>
        <translation>Die Frage hat {count:,} Zeichen, erlaubt sind {limit:,}.</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>Die Frage ist leer.</translation>
    </message>
    <message>
        <source>The raster has no coordinate system, so a bounding box in {bbox_crs} cannot be found in it.</source>
        <translation>Das Raster hat kein Koordinatenbezugssystem, darum kann ein umgebendes Rechteck in {bbox_crs} darin nicht gefunden werden.</translation>
    </message>
    <message>
        <source>The raster has no coordinate system, so its place on earth is unknown.</source>
        <translation>Das Raster hat kein Koordinatenbezugssystem, darum ist seine Lage auf der Erde unbekannt.</translation>
    </message>
    <message>
        <source>The raster has no overviews, so all {millions:,.0f} million pixels of the view were read. Build overviews (in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo), and the next time takes only a moment.</source>
        <translation>Das Raster hat keine Pyramiden, darum wurden alle {millions:,.0f} Millionen Pixel des Ausschnitts gelesen. Erzeugen Sie Pyramiden (in QGIS in den Eigenschaften des Layers unter «Pyramiden», in einer Shell mit gdaladdo), dann dauert es beim nächsten Mal nur einen Augenblick.</translation>
    </message>
    <message>
        <source>The raster's overviews were averaged with pixels that hold no data, which may hide others. Declare the nodata value with gdal_edit.py -a_nodata, and build the overviews anew with gdaladdo.</source>
        <translation>Die Pyramiden des Rasters wurden mit Pixeln ohne Daten gemittelt, die andere verdecken können. Geben Sie den Nodata-Wert mit gdal_edit.py -a_nodata an, und erzeugen Sie die Pyramiden mit gdaladdo neu.</translation>
    </message>
    <message>
        <source>The reasoner</source>
        <translation>Das Reasoning-Modell</translation>
    </message>
    <message>
        <source>The reasoner «{name}» is damaged: it computes values that are not numbers.</source>
        <translation>Das Reasoning-Modell „{name}“ ist beschädigt: Es berechnet Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>The reasoner, which points, runs on the server {server}; the segmenter, which draws the masks, runs on this computer.</source>
        <translation>Der Reasoner, der zeigt, läuft auf dem Server {server}; der Segmenter, der die Masken zeichnet, läuft auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The segmenter</source>
        <translation>Das Segmentierungsmodell</translation>
    </message>
    <message>
        <source>The segmenter «{name}» is damaged: it computes values that are not numbers.</source>
        <translation>Das Segmentierungsmodell „{name}“ ist beschädigt: Es berechnet Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>The server at {server} cannot be reached: {reason}.</source>
        <translation>Der Server {server} ist nicht erreichbar: {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} could not answer: {reason}.</source>
        <translation>Der Server {server} konnte nicht antworten: {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} could not prove that it is who it says: {reason}.</source>
        <translation>Der Server {server} konnte nicht beweisen, dass er der ist, der er zu sein vorgibt: {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} ended the connection in the middle of its answer.</source>
        <translation>Der Server {server} beendete die Verbindung mitten in seiner Antwort.</translation>
    </message>
    <message>
        <source>The server at {server} has no model «{model}».</source>
        <translation>Der Server {server} hat kein Modell «{model}».</translation>
    </message>
    <message>
        <source>The server at {server} has no «{model}», or its address is another one (status {status}).</source>
        <translation>Der Server {server} hat kein «{model}», oder seine Adresse ist eine andere (Status {status}).</translation>
    </message>
    <message>
        <source>The server at {server} is busy (status {status}).</source>
        <translation>Der Server {server} ist beschäftigt (Status {status}).</translation>
    </message>
    <message>
        <source>The server at {server} said nothing for a long time.</source>
        <translation>Der Server {server} sagte lange nichts.</translation>
    </message>
    <message>
        <source>The server at {server} wants a key, or another one (status {status}).</source>
        <translation>Der Server {server} verlangt einen Schlüssel, oder einen anderen (Status {status}).</translation>
    </message>
    <message>
        <source>The server is busy: waiting for it</source>
        <translation>Der Server ist beschäftigt: es wird gewartet</translation>
    </message>
    <message>
        <source>The service cannot be reached: {reason}.</source>
        <translation>Der Dienst ist nicht zu erreichen: {reason}.</translation>
    </message>
    <message>
        <source>The service did not start; {log} says why.</source>
        <translation>Der Dienst startete nicht; {log} sagt, warum.</translation>
    </message>
    <message>
        <source>The service that runs is of AskMap {theirs}, and this is AskMap {ours}.</source>
        <translation>Der laufende Dienst ist von AskMap {theirs}, und dies ist AskMap {ours}.</translation>
    </message>
    <message>
        <source>The tokenizer.json in {folder} does not fit the model's config.json.</source>
        <translation>Die tokenizer.json in {folder} passt nicht zur config.json des Modells.</translation>
    </message>
    <message>
        <source>The view has {width:,} x {height:,} pixels and no overviews.</source>
        <translation>Der Ausschnitt hat {width:,} x {height:,} Pixel und keine Pyramiden.</translation>
    </message>
    <message>
        <source>The view holds no pixels with data.</source>
        <translation>Der Ausschnitt enthält keine Pixel mit Daten.</translation>
    </message>
    <message>
        <source>The view lies outside of the raster's {width:,} x {height:,} pixels.</source>
        <translation>Der Ausschnitt liegt außerhalb der {width:,} x {height:,} Pixel des Rasters.</translation>
    </message>
    <message>
        <source>The view was read reduced: each of its pixels stands for {count:,.1f} of the raster's.</source>
        <translation>Der Ausschnitt wurde verkleinert gelesen: Jedes seiner Pixel steht für {count:,.1f} des Rasters.</translation>
    </message>
    <message>
        <source>The weights in {folder} cannot be read.</source>
        <translation>Die Gewichte in {folder} können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json.</source>
        <translation>Die Gewichte in {folder} passen nicht zur config.json dort.</translation>
    </message>
    <message>
        <source>The weights in {path} are damaged: {name} holds values that are not numbers.</source>
        <translation>Die Gewichte in {path} sind beschädigt: {name} enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>There is a folder {folder} already, which AskMap has not fetched.</source>
        <translation>Es gibt schon einen Ordner {folder}, den AskMap nicht geholt hat.</translation>
    </message>
    <message>
        <source>There is no device «{name}».</source>
        <translation>Es gibt kein Gerät „{name}“.</translation>
    </message>
    <message>
        <source>There is no entry {id} in {path} any more.</source>
        <translation>In {path} gibt es den Eintrag {id} nicht mehr.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Es gibt keine Datei {file}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Die Datei {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
        <source>There is no history of AskMap at {place}.</source>
        <translation>Unter {place} gibt es keinen Verlauf von AskMap.</translation>
    </message>
    <message>
        <source>There is no key in {path}.</source>
        <translation>In {path} ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>There is no raster {path}.</source>
        <translation>Es gibt kein Raster {path}.</translation>
    </message>
    <message>
        <source>There is no transformation from the coordinate system of {path}, «{crs}», to that of its raster.</source>
        <translation>Vom Koordinatenbezugssystem von {path}, „{crs}“, zu dem des Rasters dazu gibt es keine Transformation.</translation>
    </message>
    <message>
        <source>There is no transformation from «{bbox_crs}» to «{crs}», the raster's coordinate system.</source>
        <translation>Von „{bbox_crs}“ nach „{crs}“, dem Koordinatenbezugssystem des Rasters, gibt es keine Transformation.</translation>
    </message>
    <message>
        <source>There is no {name} here.</source>
        <translation>{name} gibt es hier nicht.</translation>
    </message>
    <message>
        <source>This computer has no device «{name}» that torch can use.</source>
        <translation>Dieser Computer hat kein Gerät „{name}“, das torch benutzen kann.</translation>
    </message>
    <message>
        <source>This is no preset of AskMap, or not all of one.</source>
        <translation>Das ist keine Fragevorlage von AskMap, oder nicht die ganze.</translation>
    </message>
    <message>
        <source>This preset cannot be read: {reason}.</source>
        <translation>Diese Fragevorlage ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>This preset cannot be used here: {reason}.</source>
        <translation>Diese Fragevorlage kann hier nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>This preset does not hold what presets hold.</source>
        <translation>Diese Fragevorlage enthält nicht, was Fragevorlagen enthalten.</translation>
    </message>
    <message>
        <source>This preset is longer than any preset is.</source>
        <translation>Diese Fragevorlage ist länger, als eine sein kann.</translation>
    </message>
    <message>
        <source>This preset was changed or cut off on its way.</source>
        <translation>Diese Fragevorlage wurde unterwegs verändert oder abgeschnitten.</translation>
    </message>
    <message>
        <source>This preset was made by a newer AskMap.</source>
        <translation>Diese Fragevorlage stammt von einem neueren AskMap.</translation>
    </message>
    <message>
        <source>This question follows up another one, and a sample has to be understood alone.</source>
        <translation>Diese Frage knüpft an eine andere an, und ein Beispiel muss für sich allein verständlich sein.</translation>
    </message>
    <message>
        <source>This question has no answer.</source>
        <translation>Diese Frage hat keine Antwort.</translation>
    </message>
    <message>
        <source>This system has no service of AskMap.</source>
        <translation>Auf diesem System gibt es keinen Dienst von AskMap.</translation>
    </message>
    <message>
        <source>Try again, or choose another hub.</source>
        <translation>Versuchen Sie es noch einmal, oder wählen Sie einen anderen Hub.</translation>
    </message>
    <message>
        <source>Try again: what has come is kept.</source>
        <translation>Versuchen Sie es noch einmal: Was schon da ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Update AskMap, or ask for the question's own words.</source>
        <translation>Aktualisieren Sie AskMap, oder bitten Sie um den Wortlaut der Frage.</translation>
    </message>
    <message>
        <source>Update AskMap, or rename that file to begin a new one.</source>
        <translation>Aktualisieren Sie AskMap, oder benennen Sie diese Datei um, um einen neuen Verlauf zu beginnen.</translation>
    </message>
    <message>
        <source>Use it as it is, or fetch the model into another folder.</source>
        <translation>Benutzen Sie ihn, wie er ist, oder holen Sie das Modell in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Wait a little, then ask again.</source>
        <translation>Warten Sie ein wenig, und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Wait a little, then try again: what has come is kept.</source>
        <translation>Warten Sie ein wenig und versuchen Sie es dann noch einmal: Was schon da ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>Warten Sie, bis das zu Ende ist.</translation>
    </message>
    <message>
        <source>Waiting for another question</source>
        <translation>Wartet auf eine andere Frage</translation>
    </message>
    <message>
        <source>What answers at {server} does not speak OpenAI's protocol.</source>
        <translation>Was unter {server} antwortet, spricht nicht das Protokoll von OpenAI.</translation>
    </message>
    <message>
        <source>What answers at {server} is no hub of models.</source>
        <translation>Was auf {server} antwortet, ist kein Hub für Modelle.</translation>
    </message>
    <message>
        <source>What lies elsewhere is removed where it lies.</source>
        <translation>Was anderswo liegt, wird dort entfernt, wo es liegt.</translation>
    </message>
    <message>
        <source>What was decided there is shown now; decide again where you see it otherwise.</source>
        <translation>Jetzt wird gezeigt, was dort entschieden wurde; entscheiden Sie neu, wo Sie es anders sehen.</translation>
    </message>
    <message>
        <source>Which model of {server} is meant?</source>
        <translation>Welches Modell von {server} ist gemeint?</translation>
    </message>
    <message>
        <source>While drawing: {problem}</source>
        <translation>Beim Zeichnen: {problem}</translation>
    </message>
    <message>
        <source>With each question the pixels of the view and your words are sent to {server}, nothing else.</source>
        <translation>Mit jeder Frage werden die Pixel des Ausschnitts und Ihre Worte an {server} gesendet, sonst nichts.</translation>
    </message>
    <message>
        <source>Write GeoJSON (.geojson) instead.</source>
        <translation>Schreiben Sie stattdessen GeoJSON (.geojson).</translation>
    </message>
    <message>
        <source>Write a GeoPackage (.gpkg) instead.</source>
        <translation>Schreiben Sie stattdessen ein GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <source>Write it anew without «crs», in longitudes and latitudes of WGS 84.</source>
        <translation>Schreiben Sie sie neu ohne „crs“, in Längen und Breiten von WGS 84.</translation>
    </message>
    <message>
        <source>Write it as http://127.0.0.1:1234/v1#name-of-the-model.</source>
        <translation>Schreiben Sie sie so: http://127.0.0.1:1234/v1#name-des-modells.</translation>
    </message>
    <message>
        <source>Write it as its owner does: owner/name.</source>
        <translation>Schreiben Sie ihn wie sein Besitzer: besitzer/name.</translation>
    </message>
    <message>
        <source>Write it as the path from that folder to the file, such as tiles/a.png.</source>
        <translation>Schreiben Sie den Weg von diesem Ordner zur Datei, zum Beispiel tiles/a.png.</translation>
    </message>
    <message>
        <source>Write it like EPSG:4326, or as WKT.</source>
        <translation>Schreiben Sie es wie EPSG:4326 oder als WKT.</translation>
    </message>
    <message>
        <source>Write it to a file first.</source>
        <translation>Schreiben Sie es zuerst in eine Datei.</translation>
    </message>
    <message>
        <source>Write its output to a file first.</source>
        <translation>Schreiben Sie seine Ausgabe zuerst in eine Datei.</translation>
    </message>
    <message>
        <source>Write the key into its first line, in plain letters.</source>
        <translation>Schreiben Sie den Schlüssel in die erste Zeile, in einfachen Buchstaben.</translation>
    </message>
    <message>
        <source>Write {question} where the question goes.</source>
        <translation>Schreiben Sie {question} dorthin, wo die Frage stehen soll.</translation>
    </message>
    <message>
        <source>a key or a password does not belong into it</source>
        <translation>ein Schlüssel oder ein Passwort gehört nicht hinein</translation>
    </message>
    <message>
        <source>geolocation arrays</source>
        <translation>Geolokations-Arrays</translation>
    </message>
    <message>
        <source>ground control points</source>
        <translation>Passpunkte</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>sie ist nicht lesbar</translation>
    </message>
    <message>
        <source>it does not come to an end</source>
        <translation>er kommt zu keinem Ende</translation>
    </message>
    <message>
        <source>it names no computer</source>
        <translation>sie nennt keinen Rechner</translation>
    </message>
    <message>
        <source>nothing may stand behind a question mark</source>
        <translation>hinter einem Fragezeichen darf nichts stehen</translation>
    </message>
    <message>
        <source>rational polynomial coefficients</source>
        <translation>rationale Polynomkoeffizienten (RPC)</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>Status {status}</translation>
    </message>
    <message>
        <source>{device}: 1 thread</source>
        <translation>{device}: 1 Thread</translation>
    </message>
    <message>
        <source>{device}: 1 thread, {gb:.1f} GB</source>
        <translation>{device}: 1 Thread, {gb:.1f} GB</translation>
    </message>
    <message>
        <source>{device}: {gb:.1f} GB</source>
        <translation>{device}: {gb:.1f} GB</translation>
    </message>
    <message>
        <source>{device}: {name}, {gb:.1f} GB</source>
        <translation>{device}: {name}, {gb:.1f} GB</translation>
    </message>
    <message>
        <source>{device}: {threads} threads</source>
        <translation>{device}: {threads} Threads</translation>
    </message>
    <message>
        <source>{device}: {threads} threads, {gb:.1f} GB</source>
        <translation>{device}: {threads} Threads, {gb:.1f} GB</translation>
    </message>
    <message>
        <source>{driver} is always in WGS 84, but the raster has no coordinate system.</source>
        <translation>{driver} ist immer in WGS 84, aber das Raster hat kein Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>{driver} would be written in WGS 84, and there is no transformation to it from «{crs}».</source>
        <translation>{driver} würde in WGS 84 geschrieben, und dorthin gibt es von „{crs}“ keine Transformation.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} does not hold the weights of a SAM2.</source>
        <translation>{file} enthält nicht die Gewichte eines SAM2.</translation>
    </message>
    <message>
        <source>{file} ends too early each time.</source>
        <translation>{file} endet jedes Mal zu früh.</translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation>{file} enthält keine Gewichte.</translation>
    </message>
    <message>
        <source>{file} is cut off or damaged: it holds {held:,} bytes of weights, not {end:,}.</source>
        <translation>{file} ist abgeschnitten oder beschädigt: Die Datei enthält {held:,} Byte Gewichte, nicht {end:,}.</translation>
    </message>
    <message>
        <source>{file} is cut off or no safetensors file.</source>
        <translation>{file} ist abgeschnitten oder keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>{file} is damaged: some of its weights overlap.</source>
        <translation>{file} ist beschädigt: Einige der Gewichte überlappen sich.</translation>
    </message>
    <message>
        <source>{file} is no SAM2 of a size that AskMap knows.</source>
        <translation>{file} ist kein SAM2 einer Größe, die AskMap kennt.</translation>
    </message>
    <message>
        <source>{file} is no safetensors file.</source>
        <translation>{file} ist keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>{file} is not what the hub says it is: it was changed on its way.</source>
        <translation>{file} ist nicht das, was der Hub angibt: Die Datei wurde unterwegs verändert.</translation>
    </message>
    <message>
        <source>{file} lacks some of SAM2's weights.</source>
        <translation>In {file} fehlen einige Gewichte von SAM2.</translation>
    </message>
    <message>
        <source>{folder} does not hold a reasoner of a family that AskMap knows.</source>
        <translation>{folder} enthält kein Reasoning-Modell einer Familie, die AskMap kennt.</translation>
    </message>
    <message>
        <source>{folder} holds a model of the type «{kind}», not {names}.</source>
        <translation>{folder} enthält ein Modell des Typs „{kind}“, nicht {names}.</translation>
    </message>
    <message>
        <source>{folder} holds an adapter beside its model.</source>
        <translation>{folder} enthält neben dem Modell einen Adapter.</translation>
    </message>
    <message>
        <source>{folder} holds an adapter only.</source>
        <translation>{folder} enthält nur einen Adapter.</translation>
    </message>
    <message>
        <source>{folder} holds its weights as pickles, which could run any code.</source>
        <translation>{folder} enthält seine Gewichte als Pickle, und das könnte beliebigen Code ausführen.</translation>
    </message>
    <message>
        <source>{folder} holds no {name}.</source>
        <translation>{folder} enthält kein {name}.</translation>
    </message>
    <message>
        <source>{folder} is there already and belongs to something else.</source>
        <translation>{folder} ist schon da und gehört zu etwas anderem.</translation>
    </message>
    <message>
        <source>{form} has no room for the coordinate system «{crs}».</source>
        <translation>{form} hat keinen Platz für das Koordinatensystem „{crs}“.</translation>
    </message>
    <message>
        <source>{mask} cannot be removed: {reason}.</source>
        <translation>{mask} kann nicht entfernt werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} holds no model that AskMap loads: config.json and model.safetensors are missing.</source>
        <translation>{name} enthält kein Modell, das AskMap lädt: config.json und model.safetensors fehlen.</translation>
    </message>
    <message>
        <source>{name} in {folder} is not what was fetched: it has changed since.</source>
        <translation>{name} in {folder} ist nicht das, was geholt wurde: Die Datei hat sich seitdem verändert.</translation>
    </message>
    <message>
        <source>{name} is being fetched by another program.</source>
        <translation>{name} wird gerade von einem anderen Programm geholt.</translation>
    </message>
    <message>
        <source>{name} is not a file name.</source>
        <translation>{name} ist kein Dateiname.</translation>
    </message>
    <message>
        <source>{name} needs {needed:,.1f} GB on the disk, and {free:,.1f} GB are free in {folder}.</source>
        <translation>{name} braucht {needed:,.1f} GB auf der Festplatte, und in {folder} sind {free:,.1f} GB frei.</translation>
    </message>
    <message>
        <source>{number:.12g} in {percent:.0f} % of the pixels looks like a fill value that the file does not declare. If it is one, declare it: {command} and the file's name.</source>
        <translation>{number:.12g} in {percent:.0f} % der Pixel sieht aus wie ein Füllwert, den die Datei nicht angibt. Falls es einer ist, geben Sie ihn an: {command} und der Name der Datei.</translation>
    </message>
    <message>
        <source>{path} and its raster use different units.</source>
        <translation>{path} und das Raster dazu zählen in verschiedenen Einheiten.</translation>
    </message>
    <message>
        <source>{path} and {other} would be the same file.</source>
        <translation>{path} und {other} wären dieselbe Datei.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{path} cannot be written whole.</source>
        <translation>{path} kann nicht vollständig geschrieben werden.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{path} cannot be written: there is no folder {parent}.</source>
        <translation>{path} kann nicht geschrieben werden: Es gibt keinen Ordner {parent}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: what is there already is no GeoPackage that can be read.</source>
        <translation>{path} kann nicht geschrieben werden: Was dort schon liegt, ist kein lesbares GeoPackage.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{path} does not answer, or is no raster.</source>
        <translation>{path} antwortet nicht oder ist kein Raster.</translation>
    </message>
    <message>
        <source>{path} has a geotransform that cannot be inverted.</source>
        <translation>{path} hat eine Geotransformation, die nicht umkehrbar ist.</translation>
    </message>
    <message>
        <source>{path} has a geotransform that puts neighbouring pixels in the same place.</source>
        <translation>{path} hat eine Geotransformation, in der benachbarte Pixel an derselben Stelle liegen.</translation>
    </message>
    <message>
        <source>{path} has a geotransform with pixels too large to be measured.</source>
        <translation>{path} hat eine Geotransformation, deren Pixel zu groß zum Messen sind.</translation>
    </message>
    <message>
        <source>{path} has no layer «{name}», only {names}.</source>
        <translation>{path} hat keinen Layer „{name}“, nur {names}.</translation>
    </message>
    <message>
        <source>{path} has no sample «{name}» any more.</source>
        <translation>In {path} gibt es das Beispiel „{name}“ nicht mehr.</translation>
    </message>
    <message>
        <source>{path} holds a layer «{layer}» that is not AskMap's.</source>
        <translation>{path} enthält einen Layer „{layer}“, der nicht von AskMap ist.</translation>
    </message>
    <message>
        <source>{path} holds complex numbers, which are no picture.</source>
        <translation>{path} enthält komplexe Zahlen, und die sind kein Bild.</translation>
    </message>
    <message>
        <source>{path} holds no data in this view.</source>
        <translation>{path} enthält in diesem Ausschnitt keine Daten.</translation>
    </message>
    <message>
        <source>{path} holds something else than samples of AskMap.</source>
        <translation>{path} enthält etwas anderes als Beispiele von AskMap.</translation>
    </message>
    <message>
        <source>{path} holds {count} rasters and is none itself.</source>
        <translation>{path} enthält {count} Raster und ist selbst keines.</translation>
    </message>
    <message>
        <source>{path} is a database; to write there would destroy it.</source>
        <translation>{path} ist eine Datenbank; dorthin zu schreiben, würde sie zerstören.</translation>
    </message>
    <message>
        <source>{path} is a device, not a raster.</source>
        <translation>{path} ist ein Gerät, kein Raster.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a raster.</source>
        <translation>{path} ist ein Ordner, kein Raster.</translation>
    </message>
    <message>
        <source>{path} is a pipe, not a raster.</source>
        <translation>{path} ist eine Pipe, kein Raster.</translation>
    </message>
    <message>
        <source>{path} is a socket, not a raster.</source>
        <translation>{path} ist ein Socket, kein Raster.</translation>
    </message>
    <message>
        <source>{path} is an empty file.</source>
        <translation>{path} ist eine leere Datei.</translation>
    </message>
    <message>
        <source>{path} is damaged: GDAL cannot read its pixels.</source>
        <translation>{path} ist beschädigt: GDAL kann die Pixel nicht lesen.</translation>
    </message>
    <message>
        <source>{path} is no vector file that can be read, or is damaged.</source>
        <translation>{path} ist keine lesbare Vektordatei oder ist beschädigt.</translation>
    </message>
    <message>
        <source>{path} is not a history of AskMap.</source>
        <translation>{path} ist kein Verlauf von AskMap.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read.</source>
        <translation>{path} ist kein Raster, das GDAL lesen kann.</translation>
    </message>
    <message>
        <source>{path} is open in another program.</source>
        <translation>{path} ist in einem anderen Programm geöffnet.</translation>
    </message>
    <message>
        <source>{path} is placed by {way}, so its pixels lie on no regular grid.</source>
        <translation>{path} ist nur verortet durch: {way}; seine Pixel liegen also auf keinem regelmäßigen Gitter.</translation>
    </message>
    <message>
        <source>{path} is protected against writing.</source>
        <translation>{path} ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>{path} is there already and is no file.</source>
        <translation>{path} ist schon da und ist keine Datei.</translation>
    </message>
    <message>
        <source>{path} lies in {folder}, which is the raster itself.</source>
        <translation>{path} liegt in {folder}, und das ist das Raster selbst.</translation>
    </message>
    <message>
        <source>{path} lies in {model}, which is a model.</source>
        <translation>{path} liegt in {model}, und das ist ein Modell.</translation>
    </message>
    <message>
        <source>{path} names its coordinate system by an address, which AskMap does not fetch.</source>
        <translation>{path} nennt als Koordinatenbezugssystem eine Adresse, die AskMap nicht abruft.</translation>
    </message>
    <message>
        <source>{path} needs {name}, which is there already and belongs to something else.</source>
        <translation>{path} braucht {name}; diese Datei ist schon da und gehört zu etwas anderem.</translation>
    </message>
    <message>
        <source>{path} refers to {count} files, each of them many times.</source>
        <translation>{path} verweist auf {count} Dateien, auf jede viele Male.</translation>
    </message>
    <message>
        <source>{path} was changed by another program meanwhile.</source>
        <translation>{path} wurde inzwischen von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>{path} would be taken for a part of the raster.</source>
        <translation>{path} würde für einen Teil des Rasters gehalten.</translation>
    </message>
    <message>
        <source>{path} would overwrite {part}, which is a part of the raster.</source>
        <translation>{path} würde {part} überschreiben, einen Teil des Rasters.</translation>
    </message>
    <message>
        <source>{path}, line {number}, is longer than {limit:,.0f} MB.</source>
        <translation>{path}, Zeile {number}, ist länger als {limit:,.0f} MB.</translation>
    </message>
    <message>
        <source>{path}, line {number}, is not UTF-8.</source>
        <translation>{path}, Zeile {number}, ist kein UTF-8.</translation>
    </message>
    <message>
        <source>{percent:.0f} % of the view is empty: the web layer has no imagery there.</source>
        <translation>{percent:.0f} % des Ausschnitts sind leer: Der Web-Layer hat dort keine Bilddaten.</translation>
    </message>
    <message>
        <source>{place} has no words.</source>
        <translation>{place} hat keine Wörter.</translation>
    </message>
    <message>
        <source>{place} has the name «{name}» once more.</source>
        <translation>{place} enthält den Namen „{name}“ noch einmal.</translation>
    </message>
    <message>
        <source>{place} has {count:,} letters, more than the {limit:,} that are read.</source>
        <translation>{place} hat {count:,} Zeichen, mehr als die {limit:,}, die gelesen werden.</translation>
    </message>
    <message>
        <source>{place} is no object of this layout: it has «{key}».</source>
        <translation>{place} ist kein Objekt dieses Aufbaus: Es enthält „{key}“.</translation>
    </message>
    <message>
        <source>{place} is no sample: {error}.</source>
        <translation>{place} ist kein Beispiel: {error}.</translation>
    </message>
    <message>
        <source>{place} is not JSON that can be read: {error}.</source>
        <translation>{place} ist kein lesbares JSON: {error}.</translation>
    </message>
    <message>
        <source>{place} names no file.</source>
        <translation>{place} nennt keine Datei.</translation>
    </message>
    <message>
        <source>{place} names «{name}», which lies outside of {folder}.</source>
        <translation>{place} nennt „{name}“, das außerhalb von {folder} liegt.</translation>
    </message>
    <message>
        <source>{place} should be {count} numbers, not {value}.</source>
        <translation>{place} sollte {count} Zahlen sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: «targets» should be a list or null.</source>
        <translation>{place}: „targets“ sollte eine Liste oder null sein.</translation>
    </message>
    <message>
        <source>{place}: «{key}» should be {wanted}, not {value}.</source>
        <translation>{place}: „{key}“ sollte {wanted} sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}{line} is not JSON: {complaint} at letter {letter}.</source>
        <translation>{place}{line} ist kein JSON: {complaint} bei Zeichen {letter}.</translation>
    </message>
    <message>
        <source>{what} did not fit into the memory of {device}.</source>
        <translation>{what} passte nicht in den Speicher von {device}.</translation>
    </message>
    <message>
        <source>{what} needs {needed:,.1f} GB, and {free:,.1f} GB are free on {device}.</source>
        <translation>{what} braucht {needed:,.1f} GB, und auf {device} sind {free:,.1f} GB frei.</translation>
    </message>
    <message>
        <source>«{name}» is no name of a model.</source>
        <translation>„{name}“ ist kein Name eines Modells.</translation>
    </message>
    <message>
        <source>«{split}» is no name for a split.</source>
        <translation>„{split}“ ist kein Name für eine Teilmenge.</translation>
    </message>
    <message>
        <source>«{text}» is no address of a server: {reason}.</source>
        <translation>«{text}» ist keine Adresse eines Servers: {reason}.</translation>
    </message>
    <message>
        <source>«{text}» is no coordinate system that GDAL knows.</source>
        <translation>„{text}“ ist kein Koordinatenbezugssystem, das GDAL kennt.</translation>
    </message>
</context>
</TS>
