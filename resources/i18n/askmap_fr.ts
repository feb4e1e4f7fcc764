<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>askmap</name>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source> minutes without a question</source>
        <translation> minutes sans question</translation>
    </message>
    <message>
        <source> m²</source>
        <translation> m²</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) left out</source>
        <translation><numerusform>%n colonne omise</numerusform><numerusform>%n colonnes omises</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s): choose one that sees pictures.</source>
        <translation><numerusform>%n modèle : choisissez-le s'il voit les images.</numerusform><numerusform>%n modèles : choisissez-en un qui voit les images.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation><numerusform>%n pixel</numerusform><numerusform>%n pixels</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) in «{split}».</source>
        <translation><numerusform>%n échantillon dans « {split} ».</numerusform><numerusform>%n échantillons dans « {split} ».</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n served model(s): use one that sees pictures.</source>
        <translation><numerusform>%n modèle servi : utilisez-le s'il voit les images.</numerusform><numerusform>%n modèles servis : utilisez-en un qui voit les images.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation><numerusform>%n cible</numerusform><numerusform>%n cibles</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) found.</source>
        <translation><numerusform>%n cible trouvée.</numerusform><numerusform>%n cibles trouvées.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) lie outside of what the other one looked at.</source>
        <translation><numerusform>%n cible se trouve en dehors de ce que l’autre a regardé.</numerusform><numerusform>%n cibles se trouvent en dehors de ce que l’autre a regardé.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) written to {place}.</source>
        <translation><numerusform>%n cible écrite dans {place}.</numerusform><numerusform>%n cibles écrites dans {place}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n today, {seconds} s each (median).</source>
        <translation><numerusform>%n aujourd’hui, {seconds} s chacun (médiane).</numerusform><numerusform>%n aujourd’hui, {seconds} s chacun (médiane).</numerusform></translation>
    </message>
    <message>
        <source>&amp;Add to the map</source>
        <translation>&amp;Ajouter à la carte</translation>
    </message>
    <message>
        <source>&amp;Another one of the hub…</source>
        <translation>Un a&amp;utre du hub…</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>&amp;Coordinate system</source>
        <translation>&amp;SCR</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Follow up</source>
        <translation>Pour&amp;suivre</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>&amp;Obtenir</translation>
    </message>
    <message>
        <source>&amp;How it was asked</source>
        <translation>Comment la &amp;question a été posée</translation>
    </message>
    <message>
        <source>&amp;If it is there</source>
        <translation>S’&amp;il existe</translation>
    </message>
    <message>
        <source>&amp;Keep the pictures of the latest</source>
        <translation>&amp;Garder les images des dernières</translation>
    </message>
    <message>
        <source>&amp;Key of your account</source>
        <translation>&amp;Clé de votre compte</translation>
    </message>
    <message>
        <source>&amp;Layers go to</source>
        <translation>&amp;Les couches vont dans</translation>
    </message>
    <message>
        <source>&amp;Leave out parts below</source>
        <translation>Laisser les &amp;parties de moins de</translation>
    </message>
    <message>
        <source>&amp;Look for served models</source>
        <translation>Cherc&amp;her des modèles servis</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Question</translation>
    </message>
    <message>
        <source>&amp;Reasoner</source>
        <translation>Modèle de &amp;raisonnement</translation>
    </message>
    <message>
        <source>&amp;Simplify by up to</source>
        <translation>Simplifier &amp;jusqu’à</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Stretch</source>
        <translation>É&amp;tirement</translation>
    </message>
    <message>
        <source>&amp;Targets</source>
        <translation>&amp;Cibles</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>&amp;Température</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>Essa&amp;yer</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Annu&amp;ler</translation>
    </message>
    <message>
        <source>&amp;Undo the last sample</source>
        <translation>Annuler le &amp;dernier échantillon</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>Ut&amp;iliser</translation>
    </message>
    <message>
        <source>0: always the likeliest word</source>
        <translation>0 : toujours le mot le plus probable</translation>
    </message>
    <message>
        <source>0: never</source>
        <translation>0 : jamais</translation>
    </message>
    <message>
        <source>1 pixel = {length} on the ground.</source>
        <translation>1 pixel = {length} au sol.</translation>
    </message>
    <message>
        <source>16 bits (bfloat16): half the memory</source>
        <translation>16 bits (bfloat16) : moitié moins de mémoire</translation>
    </message>
    <message>
        <source>32 bits (float32)</source>
        <translation>32 bits (float32)</translation>
    </message>
    <message>
        <source>A QGIS on the computer {host} is installing the packages.</source>
        <translation>Un QGIS de l’ordinateur {host} est en train d’installer les paquets.</translation>
    </message>
    <message>
        <source>A Shapefile holds no long texts, so some were cut; {file} says which.</source>
        <translation>Un Shapefile ne contient pas de longs textes, certains ont donc été coupés ; {file} dit lesquels.</translation>
    </message>
    <message>
        <source>A folder of &amp;mine…</source>
        <translation>Un &amp;dossier à moi…</translation>
    </message>
    <message>
        <source>A model that does not know what that looks like has not looked for it.</source>
        <translation>Un modèle qui ne sait pas à quoi cela ressemble ne l’a pas cherché.</translation>
    </message>
    <message>
        <source>A multimodal language model on this computer reasons about the question and points, and a segmenter turns that into polygons and a mask. The question may name a function or an implication («where could a helicopter land?»). Nothing found is an answer too: no polygons, and the log says why.</source>
        <translation>Un modèle de langage multimodal sur cet ordinateur réfléchit à la question et montre ce qui y répond ; un modèle de segmentation en fait des polygones et un masque. La question peut nommer une fonction ou une implication (« où un hélicoptère pourrait-il se poser ? »). Ne rien trouver est aussi une réponse : pas de polygones, et le journal dit pourquoi.</translation>
    </message>
    <message>
        <source>A new language is spoken when QGIS starts again.</source>
        <translation>La nouvelle langue s’applique au prochain démarrage de QGIS.</translation>
    </message>
    <message>
        <source>A raster holds the targets of one question.</source>
        <translation>Un raster contient les cibles d’une seule question.</translation>
    </message>
    <message>
        <source>A reasoner that a server runs</source>
        <translation>Un raisonneur exécuté par un serveur</translation>
    </message>
    <message numerus="yes">
        <source>A sample with %n target(s) was added to the data set.</source>
        <translation><numerusform>Un échantillon avec %n cible a été ajouté au jeu de données.</numerusform><numerusform>Un échantillon avec %n cibles a été ajouté au jeu de données.</numerusform></translation>
    </message>
    <message>
        <source>A target has no place in the coordinate system {crs}.</source>
        <translation>Une cible n’a pas de place dans le système de coordonnées {crs}.</translation>
    </message>
    <message>
        <source>A view has no coordinate system, so its targets have no place on earth.</source>
        <translation>Une vue n’a pas de système de coordonnées, ses cibles n’ont donc pas de place sur Terre.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos de</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Accept all open</source>
        <translation>Accepter celles en attente</translation>
    </message>
    <message>
        <source>Accept target {number}</source>
        <translation>Accepter la cible {number}</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>Accepted and open</source>
        <translation>Acceptées et en attente</translation>
    </message>
    <message>
        <source>Add a layer with imagery, then ask again.</source>
        <translation>Ajoutez une couche d’imagerie, puis redemandez.</translation>
    </message>
    <message>
        <source>Add it yourself where you trust it.</source>
        <translation>Ajoutez-le vous-même si vous lui faites confiance.</translation>
    </message>
    <message>
        <source>Add your network's certificate in Settings &gt; Options &gt; Authentication, then try again.</source>
        <translation>Ajoutez le certificat de votre réseau dans Préférences &gt; Options &gt; Authentification, puis réessayez.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>Added to the data set: nothing here answers. If something does, undo it and draw that.</source>
        <translation>Ajouté au jeu de données : rien ici ne répond. Si quelque chose répond, annulez et dessinez-le.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>All outlines together overlap by {overlap} (intersection over union).</source>
        <translation>Tous les contours ensemble se recouvrent à {overlap} (intersection sur union).</translation>
    </message>
    <message>
        <source>All packages are installed in QGIS's profile.</source>
        <translation>Tous les paquets sont installés dans le profil de QGIS.</translation>
    </message>
    <message>
        <source>All, the rejected too</source>
        <translation>Toutes, les rejetées aussi</translation>
    </message>
    <message>
        <source>An installation has not ended; what was fetched is kept.</source>
        <translation>Une installation n'est pas terminée ; ce qui a été téléchargé est conservé.</translation>
    </message>
    <message>
        <source>And a second one.</source>
        <translation>Et sur un second.</translation>
    </message>
    <message>
        <source>Another QGIS is installing the packages.</source>
        <translation>Un autre QGIS est en train d'installer les paquets.</translation>
    </message>
    <message>
        <source>Another QGIS uses that history now.</source>
        <translation>Un autre QGIS utilise cet historique en ce moment.</translation>
    </message>
    <message>
        <source>Another question is being answered.</source>
        <translation>Une autre question est en cours de réponse.</translation>
    </message>
    <message>
        <source>Answer &amp;format</source>
        <translation>&amp;Format de réponse</translation>
    </message>
    <message>
        <source>Answer format</source>
        <translation>Format de réponse</translation>
    </message>
    <message>
        <source>Answers and the history with its pictures are kept in files beside the project, or in your QGIS profile where that cannot be.</source>
        <translation>Les réponses et l’historique avec ses images sont conservés dans des fichiers à côté du projet ou, si ce n’est pas possible, dans votre profil QGIS.</translation>
    </message>
    <message>
        <source>Apple graphics (mps)</source>
        <translation>processeur graphique Apple (mps)</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Area in pixels of the view</source>
        <translation>Surface en pixels de la vue</translation>
    </message>
    <message>
        <source>Area on the ellipsoid in square metres</source>
        <translation>Surface sur l’ellipsoïde en mètres carrés</translation>
    </message>
    <message>
        <source>Arrows, with Shift</source>
        <translation>Flèches, avec Maj</translation>
    </message>
    <message>
        <source>As last time: {what}.</source>
        <translation>Comme la dernière fois : {what}.</translation>
    </message>
    <message>
        <source>As styled</source>
        <translation>Avec la symbologie</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Tels quels</translation>
    </message>
    <message>
        <source>As usual instead</source>
        <translation>Plutôt comme d’habitude</translation>
    </message>
    <message>
        <source>As&amp;k</source>
        <translation>&amp;Demander</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Ask &amp;about</source>
        <translation>&amp;Interroger</translation>
    </message>
    <message>
        <source>Ask a question about a raster</source>
        <translation>Poser une question sur un raster</translation>
    </message>
    <message>
        <source>Ask a&amp;gain…</source>
        <translation>Demander à &amp;nouveau…</translation>
    </message>
    <message>
        <source>Ask about</source>
        <translation>Interroger</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Demander à nouveau</translation>
    </message>
    <message>
        <source>Ask again to decide anew, or choose a reasoner on this computer in the options.</source>
        <translation>Redemandez pour décider à nouveau, ou choisissez dans les options un raisonneur de cet ordinateur.</translation>
    </message>
    <message>
        <source>Ask again, or choose another format.</source>
        <translation>Redemandez, ou choisissez un autre format.</translation>
    </message>
    <message>
        <source>Ask again. If it happens again, install the packages of the engine again.</source>
        <translation>Posez à nouveau la question. Si cela se reproduit, réinstallez les paquets du moteur.</translation>
    </message>
    <message>
        <source>Ask for leave to write there, or choose another folder for results in AskMap's options.</source>
        <translation>Demandez le droit d’y écrire, ou choisissez un autre dossier de résultats dans les options d’AskMap.</translation>
    </message>
    <message>
        <source>Ask for one of them, draw yourself what you see, or choose another model:</source>
        <translation>Demandez l’un d’eux, dessinez vous-même ce que vous voyez, ou choisissez un autre modèle :</translation>
    </message>
    <message>
        <source>Ask for something else, draw yourself what you see, or choose another model:</source>
        <translation>Demandez autre chose, dessinez vous-même ce que vous voyez, ou choisissez un autre modèle :</translation>
    </message>
    <message>
        <source>Ask one question in AskMap's dock first, and agree there.</source>
        <translation>Posez d'abord une question dans le panneau d'AskMap, et acceptez-y.</translation>
    </message>
    <message>
        <source>Ask who runs this computer to allow it, or choose a folder that already holds the packages.</source>
        <translation>Demandez à qui gère cet ordinateur de l’autoriser, ou choisissez un dossier qui contient déjà les paquets.</translation>
    </message>
    <message>
        <source>AskMap can install them into QGIS's profile:</source>
        <translation>AskMap peut les installer dans le profil de QGIS :</translation>
    </message>
    <message>
        <source>AskMap cannot install packages on this kind of computer ({machine}).</source>
        <translation>AskMap ne peut pas installer de paquets sur ce type d'ordinateur ({machine}).</translation>
    </message>
    <message>
        <source>AskMap does not load it itself yet. Let a program such as LM Studio serve it, then look for served models here.</source>
        <translation>AskMap ne le charge pas encore lui-même. Faites-le servir par un programme comme LM Studio, puis cherchez ici les modèles servis.</translation>
    </message>
    <message>
        <source>AskMap downloads nothing unasked: «Models…» gets models, checks them, and finds those here.</source>
        <translation>AskMap ne télécharge rien sans qu'on le demande : « Modèles… » les obtient, les vérifie et trouve ceux qui sont déjà là.</translation>
    </message>
    <message>
        <source>AskMap met a bug of its own.</source>
        <translation>AskMap a rencontré un bogue qui lui est propre.</translation>
    </message>
    <message>
        <source>AskMap report</source>
        <translation>Rapport AskMap</translation>
    </message>
    <message>
        <source>AskMap version</source>
        <translation>Version d’AskMap</translation>
    </message>
    <message>
        <source>AskMap was updated. What is new:</source>
        <translation>AskMap a été mis à jour. Nouveautés :</translation>
    </message>
    <message>
        <source>AskMap's engine needs packages that this QGIS does not have ({packages}). Install them here, or choose a folder that already holds them.</source>
        <translation>Le moteur d'AskMap a besoin de paquets que ce QGIS n'a pas ({packages}). Installez-les ici, ou choisissez un dossier qui les contient déjà.</translation>
    </message>
    <message>
        <source>AskMap's version</source>
        <translation>Version d’AskMap</translation>
    </message>
    <message>
        <source>AskMap: a mask to keep</source>
        <translation>AskMap : un masque à garder</translation>
    </message>
    <message>
        <source>AskMap: ask</source>
        <translation>AskMap : demander</translation>
    </message>
    <message>
        <source>AskMap: checking {name}</source>
        <translation>AskMap : vérification de {name}</translation>
    </message>
    <message>
        <source>AskMap: deleting {name}</source>
        <translation>AskMap : suppression de {name}</translation>
    </message>
    <message>
        <source>AskMap: drawing the mask</source>
        <translation>AskMap : dessin du masque</translation>
    </message>
    <message>
        <source>AskMap: export</source>
        <translation>AskMap : export</translation>
    </message>
    <message>
        <source>AskMap: fetching {name}</source>
        <translation>AskMap : téléchargement de {name}</translation>
    </message>
    <message>
        <source>AskMap: freeing the memory of the models</source>
        <translation>AskMap : libération de la mémoire des modèles</translation>
    </message>
    <message>
        <source>AskMap: go to the question</source>
        <translation>AskMap : aller à la question</translation>
    </message>
    <message>
        <source>AskMap: installing the packages</source>
        <translation>AskMap : installation des paquets</translation>
    </message>
    <message>
        <source>AskMap: loading the models</source>
        <translation>AskMap : chargement des modèles</translation>
    </message>
    <message>
        <source>AskMap: looking at the database</source>
        <translation>AskMap : examen de la base de données</translation>
    </message>
    <message>
        <source>AskMap: looking at the picture</source>
        <translation>AskMap : examen de l’image</translation>
    </message>
    <message>
        <source>AskMap: looking at this computer</source>
        <translation>AskMap : examen de cet ordinateur</translation>
    </message>
    <message>
        <source>AskMap: looking for models</source>
        <translation>AskMap : recherche de modèles</translation>
    </message>
    <message>
        <source>AskMap: models</source>
        <translation>AskMap : modèles</translation>
    </message>
    <message>
        <source>AskMap: outlines to export</source>
        <translation>AskMap : contours à exporter</translation>
    </message>
    <message>
        <source>AskMap: pixels leave this computer</source>
        <translation>AskMap : des pixels quittent cet ordinateur</translation>
    </message>
    <message>
        <source>AskMap: self-test</source>
        <translation>AskMap : autotest</translation>
    </message>
    <message>
        <source>AskMap: stop</source>
        <translation>AskMap : arrêter</translation>
    </message>
    <message>
        <source>AskMap: target {number}</source>
        <translation>AskMap : cible {number}</translation>
    </message>
    <message>
        <source>AskMap: teach on the map</source>
        <translation>AskMap : enseigner sur la carte</translation>
    </message>
    <message>
        <source>AskMap: thin out pictures</source>
        <translation>AskMap : alléger les images</translation>
    </message>
    <message>
        <source>AskMap: trying {name}</source>
        <translation>AskMap : essai de {name}</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Posée le</translation>
    </message>
    <message>
        <source>Asking {server}…</source>
        <translation>Demande à {server}…</translation>
    </message>
    <message>
        <source>At most:</source>
        <translation>Au plus :</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Back to «{layer}»</source>
        <translation>Revenir à « {layer} »</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Before your first question</source>
        <translation>Avant votre première question</translation>
    </message>
    <message>
        <source>Being answered: «{question}»</source>
        <translation>En cours de réponse : « {question} »</translation>
    </message>
    <message>
        <source>Being answered…</source>
        <translation>Réponse en cours…</translation>
    </message>
    <message>
        <source>Both answers are then shown side by side. A seed matters above temperature 0 only.</source>
        <translation>Les deux réponses sont ensuite affichées côte à côte. La graine ne compte qu’à une température supérieure à 0.</translation>
    </message>
    <message>
        <source>Box that the segmenter was given, in pixels of the view</source>
        <translation>Cadre donné au modèle de segmentation, en pixels de la vue</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Cadres</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Rétablir ce qui a été supprimé en dernier</translation>
    </message>
    <message>
        <source>Bundles of packages</source>
        <translation>Archives de paquets</translation>
    </message>
    <message>
        <source>By keyboard: arrows move a cross, + and - click there, B begins and ends a box.</source>
        <translation>Au clavier : les flèches déplacent une croix, + et - y cliquent, B commence et termine un cadre.</translation>
    </message>
    <message>
        <source>By keyboard: arrows move a cross, B begins and ends a box.</source>
        <translation>Au clavier : les flèches déplacent une croix, B commence et termine un cadre.</translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation>C&amp;onnexion</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Check the network and the proxy in QGIS's options, then try again: what was fetched is kept.</source>
        <translation>Vérifiez le réseau et le proxy dans les options de QGIS, puis réessayez : ce qui a été téléchargé est conservé.</translation>
    </message>
    <message>
        <source>Choose a file that the command «askmap bundle» has made, and that was copied here to its end.</source>
        <translation>Choisissez un fichier créé par la commande « askmap bundle » et copié ici en entier.</translation>
    </message>
    <message>
        <source>Choose a folder that already holds the packages.</source>
        <translation>Choisissez un dossier qui contient déjà les paquets.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png.</source>
        <translation>Choisissez un nom qui se termine par .png.</translation>
    </message>
    <message>
        <source>Choose a reasoner such as Qwen-VL, or a segmenter such as SAM2.</source>
        <translation>Choisissez un modèle de raisonnement comme Qwen-VL, ou de segmentation comme SAM2.</translation>
    </message>
    <message>
        <source>Choose another coordinate system.</source>
        <translation>Choisissez un autre système de coordonnées.</translation>
    </message>
    <message>
        <source>Choose another file name, or remove the layer from the map first.</source>
        <translation>Choisissez un autre nom de fichier, ou retirez d’abord la couche de la carte.</translation>
    </message>
    <message>
        <source>Choose another table, or leave these columns out.</source>
        <translation>Choisissez une autre table, ou laissez ces colonnes de côté.</translation>
    </message>
    <message>
        <source>Choose it again in AskMap's options; its password is the key.</source>
        <translation>Choisissez-la à nouveau dans les options d'AskMap ; son mot de passe est la clé.</translation>
    </message>
    <message>
        <source>Choose models…</source>
        <translation>Choisir les modèles…</translation>
    </message>
    <message>
        <source>Choose other targets, or smaller areas to leave out.</source>
        <translation>Choisissez d’autres cibles, ou de plus petites surfaces à laisser de côté.</translation>
    </message>
    <message>
        <source>Choose the bundle</source>
        <translation>Choisir l'archive</translation>
    </message>
    <message>
        <source>Choose the folder of a model: it holds config.json and *.safetensors</source>
        <translation>Choisissez le dossier d'un modèle : il contient config.json et *.safetensors</translation>
    </message>
    <message>
        <source>Choose the folder of the data set first.</source>
        <translation>Choisissez d’abord le dossier du jeu de données.</translation>
    </message>
    <message>
        <source>Choose the folder of the data set on the page «Teach» first.</source>
        <translation>Choisissez d’abord le dossier du jeu de données sur la page « Enseigner ».</translation>
    </message>
    <message>
        <source>Choosing the packages</source>
        <translation>Choix des paquets</translation>
    </message>
    <message>
        <source>Cl&amp;ass</source>
        <translation>C&amp;lasse</translation>
    </message>
    <message>
        <source>Click a point on the target, or press Space there.</source>
        <translation>Cliquez sur un point de la cible, ou appuyez-y sur Espace.</translation>
    </message>
    <message>
        <source>Click on the new target, or drag a box around it; Esc ends.</source>
        <translation>Cliquez sur la nouvelle cible, ou tracez un cadre autour ; Échap termine.</translation>
    </message>
    <message>
        <source>Click what belongs to it, right-click what does not, or drag a box; X cuts a part off by hand, Enter accepts it.</source>
        <translation>Cliquez sur ce qui en fait partie, clic droit sur ce qui n’en fait pas partie, ou tracez un cadre ; X découpe une partie à la main, Entrée l’accepte.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close it or wait for its answer, then try again; «askmap serve --end» ends a service.</source>
        <translation>Fermez-le ou attendez sa réponse, puis réessayez ; « askmap serve --end » arrête un service.</translation>
    </message>
    <message>
        <source>Close other programs that use its file, then open the answer again from the history.</source>
        <translation>Fermez les autres programmes qui utilisent son fichier, puis rouvrez la réponse depuis l’historique.</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Cou&amp;leurs</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Columns: {count} of {all}</source>
        <translation>Colonnes : {count} sur {all}</translation>
    </message>
    <message>
        <source>Comp&amp;are</source>
        <translation>Compar&amp;er</translation>
    </message>
    <message>
        <source>Compare the answers of models that know it.</source>
        <translation>Comparez les réponses de modèles qui le connaissent.</translation>
    </message>
    <message>
        <source>Compare two answers</source>
        <translation>Comparer deux réponses</translation>
    </message>
    <message>
        <source>Compare two questions about the same imagery.</source>
        <translation>Comparez deux questions sur la même imagerie.</translation>
    </message>
    <message>
        <source>Compute o&amp;n</source>
        <translation>C&amp;alculer sur</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Confidence that the target is right, 0 to 1, where the reasoner states one</source>
        <translation>Confiance dans la justesse de la cible, de 0 à 1, si le modèle de raisonnement l’indique</translation>
    </message>
    <message>
        <source>Confidence {percent} %: of targets that the model was as sure of, so many were right.</source>
        <translation>Confiance {percent} % : parmi les cibles dont le modèle était aussi sûr, cette part était juste.</translation>
    </message>
    <message>
        <source>Cop&amp;y diagnostics</source>
        <translation>Copier le &amp;diagnostic</translation>
    </message>
    <message>
        <source>Copied: whoever pastes it as a question asks the same.</source>
        <translation>Copié : qui le colle comme question demande la même chose.</translation>
    </message>
    <message>
        <source>Copy as preset</source>
        <translation>Copier comme modèle de question</translation>
    </message>
    <message>
        <source>Copy it here once more, or make it anew.</source>
        <translation>Copiez-le ici à nouveau, ou recréez-le.</translation>
    </message>
    <message>
        <source>Copy it to this computer's own disk, and choose it there.</source>
        <translation>Copiez-le sur le disque de cet ordinateur et choisissez-le là.</translation>
    </message>
    <message>
        <source>Copy the reasoning</source>
        <translation>Copier le raisonnement</translation>
    </message>
    <message>
        <source>Cor&amp;ners</source>
        <translation>A&amp;ngles</translation>
    </message>
    <message>
        <source>Corners were made right ones.</source>
        <translation>Les angles ont été rendus droits.</translation>
    </message>
    <message>
        <source>Correct it on the map</source>
        <translation>La corriger sur la carte</translation>
    </message>
    <message>
        <source>Correct them in Settings &gt; Options &gt; Network, then try again.</source>
        <translation>Corrigez-les dans Préférences &gt; Options &gt; Réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Cut it off by hand</source>
        <translation>Découper à la main</translation>
    </message>
    <message>
        <source>Cut target {number}</source>
        <translation>Découper la cible {number}</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Jeu de données</translation>
    </message>
    <message>
        <source>Decide about several targets</source>
        <translation>Décider pour plusieurs cibles</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n question(s) with all that was found?</source>
        <translation><numerusform>Supprimer %n question avec tout ce qui a été trouvé ?</numerusform><numerusform>Supprimer %n questions avec tout ce qui a été trouvé ?</numerusform></translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>Supprimer un modèle</translation>
    </message>
    <message>
        <source>Delete {name}? {size} of the disk come free.</source>
        <translation>Supprimer {name} ? {size} du disque sont libérés.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>Drag a box around a target, or press Space at its corner.</source>
        <translation>Tracez un cadre autour d’une cible, ou appuyez sur Espace à son coin.</translation>
    </message>
    <message>
        <source>Drag a box around the whole target instead.</source>
        <translation>Tracez plutôt un cadre autour de toute la cible.</translation>
    </message>
    <message>
        <source>Drag a line around what is to be cut off the target; Esc ends without a cut.</source>
        <translation>Tracez une ligne autour de ce qu’il faut découper de la cible ; Échap termine sans découper.</translation>
    </message>
    <message>
        <source>Drag to move, turn the wheel to zoom</source>
        <translation>Faites glisser pour déplacer, tournez la molette pour zoomer</translation>
    </message>
    <message>
        <source>Draw a new target</source>
        <translation>Dessiner une nouvelle cible</translation>
    </message>
    <message>
        <source>Draw target {number}</source>
        <translation>Dessiner la cible {number}</translation>
    </message>
    <message>
        <source>Draw the box of the next target, or press Enter to keep those that are drawn.</source>
        <translation>Dessinez le cadre de la cible suivante, ou appuyez sur Entrée pour garder celles qui sont dessinées.</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>Exp&amp;orter…</translation>
    </message>
    <message>
        <source>Each pixel once (1)</source>
        <translation>Chaque pixel une fois (1)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Edit by hand</source>
        <translation>Modifier à la main</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Enter keeps it, M begins another target, Backspace goes back, Esc drops it.</source>
        <translation>Entrée le garde, M commence une autre cible, Retour arrière revient en arrière, Échap l’abandonne.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Everywhere in QGIS:</source>
        <translation>Partout dans QGIS :</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Exemples :</translation>
    </message>
    <message>
        <source>Export it alone, as a GeoPackage.</source>
        <translation>Exportez-la seule, en GeoPackage.</translation>
    </message>
    <message>
        <source>Export it as a GeoPackage, in its own coordinate system.</source>
        <translation>Exportez-le en GeoPackage, dans son propre système de coordonnées.</translation>
    </message>
    <message>
        <source>Export targets</source>
        <translation>Exporter les cibles</translation>
    </message>
    <message>
        <source>Export the questions one by one.</source>
        <translation>Exportez les questions une à une.</translation>
    </message>
    <message>
        <source>Exported to {place}.</source>
        <translation>Exporté vers {place}.</translation>
    </message>
    <message numerus="yes">
        <source>Failed: the bundled models found %n target(s), and the overlap with the truth is {overlap}, less than {least}. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation><numerusform>Échec : les modèles fournis ont trouvé %n cible, et le recouvrement avec la vérité est de {overlap}, moins que {least}. Réinstallez AskMap ; si cela ne change rien, signalez-le avec le diagnostic copié.</numerusform><numerusform>Échec : les modèles fournis ont trouvé %n cibles, et le recouvrement avec la vérité est de {overlap}, moins que {least}. Réinstallez AskMap ; si cela ne change rien, signalez-le avec le diagnostic copié.</numerusform></translation>
    </message>
    <message>
        <source>Failed: the bundled models say that they do not know what the self-test asks for. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation>Échec : les modèles fournis disent ne pas connaître ce que l’autotest demande. Réinstallez AskMap ; si cela ne change rien, signalez-le avec le diagnostic copié.</translation>
    </message>
    <message>
        <source>Fetched by AskMap: {size}, in {folder}</source>
        <translation>Téléchargés par AskMap : {size}, dans {folder}</translation>
    </message>
    <message>
        <source>Fetching the installer</source>
        <translation>Téléchargement de l'installateur</translation>
    </message>
    <message>
        <source>Fetching the installer: {done} of {total} MB</source>
        <translation>Téléchargement de l'installateur : {done} Mo sur {total}</translation>
    </message>
    <message>
        <source>Fetching the packages</source>
        <translation>Téléchargement des paquets</translation>
    </message>
    <message>
        <source>Fetching the packages: {done} of {total} MB</source>
        <translation>Téléchargement des paquets : {done} Mo sur {total}</translation>
    </message>
    <message>
        <source>Fill &amp;holes below</source>
        <translation>Comb&amp;ler les trous de moins de</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>Fo&amp;rmat</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>Dossier du jeu de données</translation>
    </message>
    <message>
        <source>Folder with the &amp;packages</source>
        <translation>Dossier des &amp;paquets</translation>
    </message>
    <message>
        <source>Folder with the packages</source>
        <translation>Dossier des paquets</translation>
    </message>
    <message>
        <source>Follows up</source>
        <translation>Fait suite à</translation>
    </message>
    <message>
        <source>For a computer without a network: a file that another one makes with «{command}». Take it only from those whom you trust.</source>
        <translation>Pour un ordinateur sans réseau : un fichier qu'un autre crée avec « {command} ». Ne l'acceptez que de personnes de confiance.</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Trouvé par</translation>
    </message>
    <message>
        <source>Found by both: {both}; on the left only: {left}; on the right only: {right}.</source>
        <translation>Trouvées par les deux : {both} ; à gauche seulement : {left} ; à droite seulement : {right}.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Libérez de l'espace, puis réessayez.</translation>
    </message>
    <message>
        <source>Free some space, then try again: what was fetched is kept.</source>
        <translation>Libérez de l'espace, puis réessayez : ce qui a été téléchargé est conservé.</translation>
    </message>
    <message>
        <source>Free the models after</source>
        <translation>Libérer les modèles après</translation>
    </message>
    <message>
        <source>Get another model</source>
        <translation>Obtenir un autre modèle</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Go on installing</source>
        <translation>Poursuivre l'installation</translation>
    </message>
    <message>
        <source>Go to the opposite corner: click, or press Space.</source>
        <translation>Allez au coin opposé : cliquez, ou appuyez sur Espace.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Holes below {area} m² were filled.</source>
        <translation>Les trous de moins de {area} m² ont été comblés.</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Où il en est</translation>
    </message>
    <message>
        <source>How far the installation is</source>
        <translation>Où en est l'installation</translation>
    </message>
    <message>
        <source>How it was asked</source>
        <translation>Comment la question a été posée</translation>
    </message>
    <message>
        <source>How large a pixel is on the ground is unknown: the view has no coordinate system.</source>
        <translation>La taille d’un pixel au sol est inconnue : la vue n’a pas de système de coordonnées.</translation>
    </message>
    <message>
        <source>How sure the segmenter is of the outline, 0 to 1</source>
        <translation>Certitude du modèle de segmentation sur le contour, de 0 à 1</translation>
    </message>
    <message>
        <source>How the targets are sorted</source>
        <translation>Comment les cibles sont triées</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>Imagerie</translation>
    </message>
    <message>
        <source>In a process of its own, the engine cannot take QGIS along when it crashes.</source>
        <translation>Dans son propre processus, le moteur ne peut pas entraîner QGIS s’il plante.</translation>
    </message>
    <message>
        <source>Install a newer QGIS, or choose a folder that already holds the packages.</source>
        <translation>Installez un QGIS plus récent, ou choisissez un dossier qui contient déjà les paquets.</translation>
    </message>
    <message>
        <source>Install from a bundle…</source>
        <translation>Installer depuis une archive…</translation>
    </message>
    <message>
        <source>Install the packages</source>
        <translation>Installer les paquets</translation>
    </message>
    <message>
        <source>Install them again</source>
        <translation>Les réinstaller</translation>
    </message>
    <message>
        <source>Install them again with the button in the dock, or choose a folder with others.</source>
        <translation>Réinstallez-les avec le bouton du panneau, ou choisissez un dossier qui en contient d'autres.</translation>
    </message>
    <message>
        <source>Install those for the graphics card</source>
        <translation>Installer ceux de la carte graphique</translation>
    </message>
    <message>
        <source>Installing the packages</source>
        <translation>Installation des paquets</translation>
    </message>
    <message>
        <source>It can go on in the background. If it stops, what has come is kept for the next time.</source>
        <translation>Cela peut continuer en arrière-plan. En cas d'arrêt, ce qui est arrivé est conservé pour la prochaine fois.</translation>
    </message>
    <message>
        <source>It has no models yet: load one there that sees pictures.</source>
        <translation>Il n'a pas encore de modèle : chargez-y-en un qui voit les images.</translation>
    </message>
    <message>
        <source>It is served at {address}.</source>
        <translation>Il est servi à {address}.</translation>
    </message>
    <message>
        <source>It is used where it lies, never copied; to delete it, delete it there.</source>
        <translation>Il est utilisé là où il se trouve, jamais copié ; pour le supprimer, supprimez-le là-bas.</translation>
    </message>
    <message>
        <source>It lies in {folder}.</source>
        <translation>Il se trouve dans {folder}.</translation>
    </message>
    <message>
        <source>It lies on the pixels of the view, in their own coordinate system.</source>
        <translation>Il repose sur les pixels de la vue, dans leur propre système de coordonnées.</translation>
    </message>
    <message>
        <source>It needs about {needed} of main memory without a graphics card; this computer has {has}.</source>
        <translation>Il lui faut environ {needed} de mémoire vive sans carte graphique ; cet ordinateur a {has}.</translation>
    </message>
    <message>
        <source>It needs about {needed} on a graphics card; the one here has {graphics}.</source>
        <translation>Il lui faut environ {needed} sur une carte graphique ; celle d'ici a {graphics}.</translation>
    </message>
    <message>
        <source>It shows {source}.</source>
        <translation>Elle montre {source}.</translation>
    </message>
    <message>
        <source>Its files have changed since: check it, or delete it and get it again.</source>
        <translation>Ses fichiers ont changé depuis : vérifiez-le, ou supprimez-le et obtenez-le de nouveau.</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Sa clé</translation>
    </message>
    <message>
        <source>Its model</source>
        <translation>Son modèle</translation>
    </message>
    <message>
        <source>Its name at the hub, such as owner/name:</source>
        <translation>Son nom sur le hub, comme propriétaire/nom :</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>Document JSON</translation>
    </message>
    <message>
        <source>JSON document, as text</source>
        <translation>Document JSON, sous forme de texte</translation>
    </message>
    <message>
        <source>Keep the segmenter's mas&amp;k in the sample</source>
        <translation>&amp;Garder le masque du modèle de segmentation dans l’échantillon</translation>
    </message>
    <message>
        <source>Kept, though this question was taught on this picture before: one sample should hold all targets.</source>
        <translation>Gardé, bien que cette question ait déjà été enseignée sur cette image : un échantillon devrait contenir toutes les cibles.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Gardé.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys on the map</source>
        <translation>Touches sur la carte</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Language model that pointed at the target</source>
        <translation>Modèle de langage qui a montré la cible</translation>
    </message>
    <message>
        <source>Language of As&amp;kMap</source>
        <translation>Langue d’As&amp;kMap</translation>
    </message>
    <message>
        <source>Language of ans&amp;wers</source>
        <translation>La&amp;ngue des réponses</translation>
    </message>
    <message>
        <source>Language of the answer</source>
        <translation>Langue de la réponse</translation>
    </message>
    <message>
        <source>Last samples</source>
        <translation>Derniers échantillons</translation>
    </message>
    <message>
        <source>Layers are written to {folder}. The history with its pictures is kept beside the project, or in your QGIS profile where that cannot be.</source>
        <translation>Les couches sont écrites dans {folder}. L’historique avec ses images est conservé à côté du projet ou, si ce n’est pas possible, dans votre profil QGIS.</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Laisser en attente</translation>
    </message>
    <message>
        <source>Leave out &amp;rejected targets</source>
        <translation>Ignorer les cibles &amp;rejetées</translation>
    </message>
    <message>
        <source>Leave target {number} open</source>
        <translation>Laisser la cible {number} en attente</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licence: {licence}. Read the model's own page before you use it.</source>
        <translation>Licence : {licence}. Lisez la page du modèle avant de l'utiliser.</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Chargement des modèles</translation>
    </message>
    <message>
        <source>Loading the models, only once: {percent} %</source>
        <translation>Chargement des modèles, une seule fois : {percent} %</translation>
    </message>
    <message>
        <source>Loading {load} s, reasoning {reason} s, masks {segment} s, on {device}.</source>
        <translation>Chargement {load} s, raisonnement {reason} s, masques {segment} s, sur {device}.</translation>
    </message>
    <message>
        <source>Loads it, and asks it the bundled questions about real pictures</source>
        <translation>Le charge et lui pose les questions fournies sur des images réelles</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Chercher à nouveau</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>Chercher ses modèles</translation>
    </message>
    <message>
        <source>Look whether the server runs and whether you may write there.</source>
        <translation>Vérifiez que le serveur fonctionne et que vous pouvez y écrire.</translation>
    </message>
    <message>
        <source>Look whether you may write there, or choose another table.</source>
        <translation>Vérifiez que vous pouvez y écrire, ou choisissez une autre table.</translation>
    </message>
    <message>
        <source>Looking at the map</source>
        <translation>Examen de la carte</translation>
    </message>
    <message>
        <source>Looking for programs on this computer that serve models…</source>
        <translation>Recherche de programmes de cet ordinateur qui servent des modèles…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>M&amp;odèles…</translation>
    </message>
    <message>
        <source>Make QGIS's profile writable, or choose a folder that already holds the packages.</source>
        <translation>Rendez le profil de QGIS accessible en écriture, ou choisissez un dossier qui contient déjà les paquets.</translation>
    </message>
    <message>
        <source>Make a training sample of what was accepted</source>
        <translation>Faire un échantillon d’entraînement de ce qui a été accepté</translation>
    </message>
    <message>
        <source>Make it in the Browser panel, under PostgreSQL.</source>
        <translation>Créez-la dans le panneau Explorateur, sous PostgreSQL.</translation>
    </message>
    <message>
        <source>Make one on a computer with a network: {command}</source>
        <translation>Créez-en une sur un ordinateur connecté : {command}</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Masque</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masques</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>Peut rester vide</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Model that outlined the target</source>
        <translation>Modèle qui a détouré la cible</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Plus…</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card (cuda)</source>
        <translation>carte graphique NVIDIA ou AMD (cuda)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Native pixels</source>
        <translation>Pixels d’origine</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>No part of the layer «{layer}» lies there.</source>
        <translation>Aucune partie de la couche « {layer} » ne s’y trouve.</translation>
    </message>
    <message>
        <source>No program can be run in {place}: {reason}.</source>
        <translation>Aucun programme ne peut être exécuté dans {place} : {reason}.</translation>
    </message>
    <message>
        <source>No program on this computer serves models. Type the address of another one in the options.</source>
        <translation>Aucun programme de cet ordinateur ne sert de modèles. Saisissez l'adresse d'un autre dans les options.</translation>
    </message>
    <message>
        <source>No raster is open yet.</source>
        <translation>Aucun raster n'est encore ouvert.</translation>
    </message>
    <message>
        <source>No target is accepted or open.</source>
        <translation>Aucune cible n’est acceptée ni en attente.</translation>
    </message>
    <message>
        <source>No target is accepted yet.</source>
        <translation>Aucune cible n’est encore acceptée.</translation>
    </message>
    <message>
        <source>No targets. Draw one where you see one.</source>
        <translation>Aucune cible. Dessinez-en une là où vous en voyez une.</translation>
    </message>
    <message>
        <source>None of the chosen targets is left to export.</source>
        <translation>Aucune des cibles choisies ne reste à exporter.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note on target {number}</source>
        <translation>Note sur la cible {number}</translation>
    </message>
    <message>
        <source>Nothin&amp;g here answers the question</source>
        <translation>Rien ici &amp;ne répond à la question</translation>
    </message>
    <message>
        <source>Nothing found. In the model's words: «{words}»</source>
        <translation>Rien trouvé. Selon les mots du modèle : « {words} »</translation>
    </message>
    <message>
        <source>Nothing found; the model gave no reason.</source>
        <translation>Rien trouvé ; le modèle n’a pas donné de raison.</translation>
    </message>
    <message>
        <source>Nothing in the history has these words.</source>
        <translation>Rien dans l’historique ne contient ces mots.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer unless you export it yourself, and AskMap downloads nothing. Layers from the web are fetched by QGIS, as always.</source>
        <translation>Rien ne quitte cet ordinateur, sauf si vous l’exportez vous-même, et AskMap ne télécharge rien. Les couches du web sont récupérées par QGIS, comme toujours.</translation>
    </message>
    <message>
        <source>Nothing of the target lies in that line. Press X to cut again.</source>
        <translation>Rien de la cible ne se trouve dans cette ligne. Appuyez sur X pour découper à nouveau.</translation>
    </message>
    <message>
        <source>Nothing was asked in this project yet.</source>
        <translation>Rien n’a encore été demandé dans ce projet.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message>
        <source>Nothing was sent to {server}.</source>
        <translation>Rien n'a été envoyé à {server}.</translation>
    </message>
    <message>
        <source>Nothing was sent to {server}: nobody has agreed to it yet.</source>
        <translation>Rien n'a été envoyé à {server} : personne n'a encore accepté.</translation>
    </message>
    <message>
        <source>Nothing would be left of the target: remove it with Delete instead.</source>
        <translation>Il ne resterait rien de la cible : supprimez-la plutôt avec Suppr.</translation>
    </message>
    <message>
        <source>Now about «{layer}».</source>
        <translation>Désormais à propos de « {layer} ».</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Number of the target in its question</source>
        <translation>Numéro de la cible dans sa question</translation>
    </message>
    <message>
        <source>Only one of the two was asked about imagery with a coordinate system.</source>
        <translation>Une seule des deux questions portait sur une imagerie avec un système de coordonnées.</translation>
    </message>
    <message>
        <source>Only torch with CUDA can be had here: {needed} MB to fetch instead of {planned} MB.</source>
        <translation>Ici, torch n'est disponible qu'avec CUDA : {needed} Mo à télécharger au lieu de {planned} Mo.</translation>
    </message>
    <message>
        <source>Only what is accepted</source>
        <translation>Seulement ce qui est accepté</translation>
    </message>
    <message>
        <source>Only what is needed</source>
        <translation>Seulement le nécessaire</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>Affic&amp;her</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Open its &amp;folder</source>
        <translation>Ouvrir son dossi&amp;er</translation>
    </message>
    <message>
        <source>Open its &amp;page</source>
        <translation>Ouvrir sa pa&amp;ge</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Ouvrir l'exemple</translation>
    </message>
    <message>
        <source>Options of AskMap</source>
        <translation>Options d’AskMap</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Other versions are needed now; only what changed is fetched.</source>
        <translation>D'autres versions sont nécessaires à présent ; seul ce qui a changé est téléchargé.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Outcome of the self-test</source>
        <translation>Résultat de l’autotest</translation>
    </message>
    <message>
        <source>Outline by</source>
        <translation>Contour par</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Contours</translation>
    </message>
    <message>
        <source>Outlines only</source>
        <translation>Contours seulement</translation>
    </message>
    <message>
        <source>Outlines were simplified by up to {distance} m.</source>
        <translation>Les contours ont été simplifiés jusqu’à {distance} m.</translation>
    </message>
    <message>
        <source>Outlines were smoothed.</source>
        <translation>Les contours ont été lissés.</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Recouvrement</translation>
    </message>
    <message>
        <source>Packages of the engine</source>
        <translation>Paquets du moteur</translation>
    </message>
    <message>
        <source>Part of the raster</source>
        <translation>Partie du raster</translation>
    </message>
    <message>
        <source>Parts below {area} m² were left out.</source>
        <translation>Les parties de moins de {area} m² ont été laissées de côté.</translation>
    </message>
    <message numerus="yes">
        <source>Passed: found %n target(s), overlap with the truth {overlap}.</source>
        <translation><numerusform>Réussi : %n cible trouvée, recouvrement avec la vérité {overlap}.</numerusform><numerusform>Réussi : %n cibles trouvées, recouvrement avec la vérité {overlap}.</numerusform></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Picture: {name}, {width} × {height} pixels.</source>
        <translation>Image : {name}, {width} × {height} pixels.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Points beside the target that the segmenter was given, in pixels of the view</source>
        <translation>Points à côté de la cible donnés au modèle de segmentation, en pixels de la vue</translation>
    </message>
    <message>
        <source>Points on the target that the segmenter was given, in pixels of the view</source>
        <translation>Points sur la cible donnés au modèle de segmentation, en pixels de la vue</translation>
    </message>
    <message>
        <source>Precision of the reasoner</source>
        <translation>Précision du modèle de raisonnement</translation>
    </message>
    <message>
        <source>Press X to cut it off by hand.</source>
        <translation>Appuyez sur X pour le découper à la main.</translation>
    </message>
    <message>
        <source>Press the button again to fetch them all the same.</source>
        <translation>Appuyez de nouveau sur le bouton pour les télécharger quand même.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message numerus="yes">
        <source>QGIS ended before a project with %n question(s) was saved.</source>
        <translation><numerusform>QGIS s’est terminé avant qu’un projet avec %n question soit enregistré.</numerusform><numerusform>QGIS s’est terminé avant qu’un projet avec %n questions soit enregistré.</numerusform></translation>
    </message>
    <message>
        <source>QGIS has no connection yet: make one in its Browser panel, under PostgreSQL.</source>
        <translation>QGIS n’a pas encore de connexion : créez-en une dans son panneau Explorateur, sous PostgreSQL.</translation>
    </message>
    <message>
        <source>QGIS knows no connection «{name}».</source>
        <translation>QGIS ne connaît pas la connexion « {name} ».</translation>
    </message>
    <message>
        <source>QGIS's own Python could not be started: {reason}.</source>
        <translation>Le Python de QGIS n'a pas pu être lancé : {reason}.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Question of this answer</source>
        <translation>Question de cette réponse</translation>
    </message>
    <message>
        <source>Questions asked before</source>
        <translation>Questions déjà posées</translation>
    </message>
    <message>
        <source>Questions that the model in use understands</source>
        <translation>Questions que comprend le modèle utilisé</translation>
    </message>
    <message>
        <source>Questions, reasoning, targets, verdicts and notes all stay. Without its picture an answer has no previews and no «What the model saw», and its targets cannot be corrected by clicks any more.</source>
        <translation>Les questions, raisonnements, cibles, verdicts et notes restent tous. Sans son image, une réponse n’a plus d’aperçus ni de « Ce que le modèle a vu », et ses cibles ne peuvent plus être corrigées par des clics.</translation>
    </message>
    <message>
        <source>R&amp;eplace</source>
        <translation>R&amp;emplacer</translation>
    </message>
    <message>
        <source>R&amp;un the self-test</source>
        <translation>Lancer l’a&amp;utotest</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Raster or layers that the question was about</source>
        <translation>Raster ou couches sur lesquels portait la question</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Reading the bundle: {done} of {total} MB</source>
        <translation>Lecture de l'archive : {done} sur {total} Mo</translation>
    </message>
    <message>
        <source>Reading the pixels</source>
        <translation>Lecture des pixels</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Reasoner</source>
        <translation>Modèle de raisonnement</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Raisonnement</translation>
    </message>
    <message>
        <source>Recommended by its size alone, because it fits: nothing was tried here yet.</source>
        <translation>Recommandé d'après sa seule taille, parce qu'il tient : rien n'a encore été essayé ici.</translation>
    </message>
    <message>
        <source>Recommended by its size alone: what was tried here was too slow, or never right.</source>
        <translation>Recommandé d'après sa seule taille : ce qui a été essayé ici était trop lent ou n'avait jamais raison.</translation>
    </message>
    <message>
        <source>Recommended: of the pairs tried on this computer ({tried}), the one that was most often right in less than {seconds} s, and of equals the quickest.</source>
        <translation>Recommandé : des paires essayées sur cet ordinateur ({tried}), celle qui avait le plus souvent raison en moins de {seconds} s et, à égalité, la plus rapide.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Refine target {number}</source>
        <translation>Affiner la cible {number}</translation>
    </message>
    <message>
        <source>Reinstall QGIS with its Python, then try again.</source>
        <translation>Réinstallez QGIS avec son Python, puis réessayez.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Reject target {number}</source>
        <translation>Rejeter la cible {number}</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetée</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove &amp;for good</source>
        <translation>Supprimer dé&amp;finitivement</translation>
    </message>
    <message>
        <source>Remove target {number}</source>
        <translation>Supprimer la cible {number}</translation>
    </message>
    <message>
        <source>Remove the packages</source>
        <translation>Supprimer les paquets</translation>
    </message>
    <message>
        <source>Remove this sample</source>
        <translation>Retirer cet échantillon</translation>
    </message>
    <message>
        <source>Remove what was asked there, with all verdicts? It cannot be brought back.</source>
        <translation>Supprimer ce qui a été demandé là, avec tous les verdicts ? Cela ne pourra pas être rétabli.</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>Rapp&amp;ort…</translation>
    </message>
    <message>
        <source>Restart QGIS, then try again.</source>
        <translation>Redémarrez QGIS, puis réessayez.</translation>
    </message>
    <message>
        <source>Restore the &amp;default keys</source>
        <translation>Rétablir les tou&amp;ches par défaut</translation>
    </message>
    <message>
        <source>Results and languages</source>
        <translation>Résultats et langues</translation>
    </message>
    <message>
        <source>Revision {revision} of the hub.</source>
        <translation>Révision {revision} du hub.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Right angles, for buildings</source>
        <translation>Angles droits, pour les bâtiments</translation>
    </message>
    <message>
        <source>Runs in QGIS, as the options say.</source>
        <translation>Tourne dans QGIS, comme choisi dans les options.</translation>
    </message>
    <message>
        <source>Runs in QGIS, where the engine's packages work.</source>
        <translation>Tourne dans QGIS, où les paquets du moteur fonctionnent.</translation>
    </message>
    <message>
        <source>Runs in a process of its own, as the options say.</source>
        <translation>Tourne dans son propre processus, comme choisi dans les options.</translation>
    </message>
    <message>
        <source>Runs in a process of its own, because its packages failed beside QGIS's libraries.</source>
        <translation>Tourne dans son propre processus, car ses paquets ont échoué à côté des bibliothèques de QGIS.</translation>
    </message>
    <message>
        <source>Runs in the service that the shell uses, too.</source>
        <translation>Tourne dans le service qu’utilise aussi le terminal.</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>Gra&amp;ine</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>Comme&amp;ncer</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Arrêt&amp;er</translation>
    </message>
    <message>
        <source>S&amp;top teaching</source>
        <translation>Arrêter d’en&amp;seigner</translation>
    </message>
    <message>
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 de ses poids</translation>
    </message>
    <message>
        <source>SHA-256 of the reasoner's weights</source>
        <translation>SHA-256 des poids du modèle de raisonnement</translation>
    </message>
    <message>
        <source>SHA-256 of the segmenter's weights</source>
        <translation>SHA-256 des poids du modèle de segmentation</translation>
    </message>
    <message>
        <source>Save it as a GeoTIFF first, or ask in AskMap's dock, which can look at any layer.</source>
        <translation>Enregistrez-la d’abord en GeoTIFF, ou posez la question dans le panneau d’AskMap, qui peut regarder n’importe quelle couche.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Enregistrer l’image…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Say what works here</source>
        <translation>Dire ce qui fonctionne ici</translation>
    </message>
    <message>
        <source>Sche&amp;ma</source>
        <translation>Sché&amp;ma</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>Grain&amp;e</translation>
    </message>
    <message>
        <source>Se&amp;gmenter</source>
        <translation>Modèle de se&amp;gmentation</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Rechercher dans l’historique</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Secondes</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Seed of the answer's randomness</source>
        <translation>Graine du hasard de la réponse</translation>
    </message>
    <message>
        <source>Segmenter</source>
        <translation>Modèle de segmentation</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send what the map shows to {server}?</source>
        <translation>Envoyer à {server} ce que montre la carte ?</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Shaping the outlines</source>
        <translation>Mise en forme des contours</translation>
    </message>
    <message>
        <source>Sho&amp;w on the map</source>
        <translation>Affic&amp;her sur la carte</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show its edge on the map</source>
        <translation>Afficher son contour sur la carte</translation>
    </message>
    <message>
        <source>Show the &amp;introduction again</source>
        <translation>Afficher à nouveau l’intr&amp;oduction</translation>
    </message>
    <message>
        <source>Show the differences on the &amp;map</source>
        <translation>Afficher les différences sur la &amp;carte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Lissés</translation>
    </message>
    <message>
        <source>Some files in {place} are in use.</source>
        <translation>Certains fichiers de {place} sont utilisés.</translation>
    </message>
    <message>
        <source>Some models are given only to those who have agreed to their terms: do so on the model's page with an account, make a key there that may read, and choose it here. QGIS keeps it encrypted.</source>
        <translation>Certains modèles ne sont donnés qu'à ceux qui ont accepté leurs conditions : faites-le sur la page du modèle avec un compte, créez-y une clé de lecture et choisissez-la ici. QGIS la garde chiffrée.</translation>
    </message>
    <message>
        <source>Something is drawn: keep it with Enter, or drop it with Esc.</source>
        <translation>Quelque chose est dessiné : gardez-le avec Entrée, ou abandonnez-le avec Échap.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Spl&amp;it</source>
        <translation>Partiti&amp;on</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Arrê&amp;ter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>L'arrêter</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Arrêté ; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Stopped; what was fetched is kept.</source>
        <translation>Arrêté ; ce qui a été téléchargé est conservé.</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>Ta&amp;ble</translation>
    </message>
    <message>
        <source>Ta&amp;ke over</source>
        <translation>Repren&amp;dre</translation>
    </message>
    <message numerus="yes">
        <source>Ta&amp;ke the %n open one(s)</source>
        <translation><numerusform>Pren&amp;dre la %n en attente</numerusform><numerusform>Pren&amp;dre les %n en attente</numerusform></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Take back a step on target {number}</source>
        <translation>Reprendre une étape sur la cible {number}</translation>
    </message>
    <message>
        <source>Take it «As styled»</source>
        <translation>La prendre « Avec la symbologie »</translation>
    </message>
    <message>
        <source>Take its settings</source>
        <translation>Reprendre ses réglages</translation>
    </message>
    <message>
        <source>Take o&amp;ut</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Target {number}</source>
        <translation>Cible {number}</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Cibles</translation>
    </message>
    <message>
        <source>Targets found: {count}</source>
        <translation>Cibles trouvées : {count}</translation>
    </message>
    <message numerus="yes">
        <source>Targets of %n question(s)</source>
        <translation><numerusform>Cibles de %n question</numerusform><numerusform>Cibles de %n questions</numerusform></translation>
    </message>
    <message>
        <source>Taught on: {what}, as chosen on the page «Ask».</source>
        <translation>Enseigné sur : {what}, comme choisi à la page « Demander ».</translation>
    </message>
    <message>
        <source>Te&amp;mperature</source>
        <translation>Te&amp;mpérature</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseigner</translation>
    </message>
    <message>
        <source>Teach o&amp;n the map</source>
        <translation>&amp;Enseigner sur la carte</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Testing the installation</source>
        <translation>Vérification de l'installation</translation>
    </message>
    <message>
        <source>That is so already: the outline of target {number} stays.</source>
        <translation>C’est déjà le cas : le contour de la cible {number} reste.</translation>
    </message>
    <message>
        <source>That takes {time} where 50 Mbit arrive a second.</source>
        <translation>Cela prend {time} là où 50 Mbit arrivent par seconde.</translation>
    </message>
    <message>
        <source>That takes {time}, as fast as the last download here.</source>
        <translation>Cela prend {time}, à la vitesse du dernier téléchargement ici.</translation>
    </message>
    <message>
        <source>The &amp;same picture</source>
        <translation>La &amp;même image</translation>
    </message>
    <message>
        <source>The answer goes into {file}…</source>
        <translation>La réponse va dans {file}…</translation>
    </message>
    <message>
        <source>The answer is kept in {path}.</source>
        <translation>La réponse est conservée dans {path}.</translation>
    </message>
    <message>
        <source>The box is too small, or lies outside of the view: draw it around a target.</source>
        <translation>Le cadre est trop petit, ou hors de la vue : tracez-le autour d’une cible.</translation>
    </message>
    <message>
        <source>The bundle has no numpy that fits that of this QGIS, {numpy}.</source>
        <translation>L'archive ne contient aucun numpy compatible avec celui de ce QGIS, {numpy}.</translation>
    </message>
    <message>
        <source>The bundle is for {theirs}, and this QGIS is {ours}.</source>
        <translation>L'archive est pour {theirs}, et ce QGIS est {ours}.</translation>
    </message>
    <message>
        <source>The bundle was made by AskMap {version}, and other packages are needed now.</source>
        <translation>L'archive a été créée par AskMap {version}, et d'autres paquets sont nécessaires maintenant.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted: {reason}.</source>
        <translation>Le certificat du serveur n'est pas reconnu : {reason}.</translation>
    </message>
    <message>
        <source>The database «{name}» says: {words}</source>
        <translation>La base de données « {name} » répond : {words}</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard: paste them into a report of a problem.</source>
        <translation>Le diagnostic est dans le presse-papiers : collez-le dans le signalement d’un problème.</translation>
    </message>
    <message>
        <source>The disk became full while the packages were installed.</source>
        <translation>Le disque s'est rempli pendant l'installation des paquets.</translation>
    </message>
    <message>
        <source>The drawing of the mask was stopped.</source>
        <translation>Le dessin du masque a été arrêté.</translation>
    </message>
    <message>
        <source>The engine needs Python 3.10 or newer, and this QGIS has an older one: install a newer QGIS.</source>
        <translation>Le moteur nécessite Python 3.10 ou plus récent, et ce QGIS en a un plus ancien : installez un QGIS plus récent.</translation>
    </message>
    <message>
        <source>The engine's packages did not load in time.</source>
        <translation>Les paquets du moteur ne se sont pas chargés à temps.</translation>
    </message>
    <message>
        <source>The engine's packages do not work with this QGIS: {reason}.</source>
        <translation>Les paquets du moteur ne fonctionnent pas avec ce QGIS : {reason}.</translation>
    </message>
    <message>
        <source>The file of «{name}» cannot be written; the history holds your decision.</source>
        <translation>Le fichier de « {name} » ne peut pas être écrit ; l’historique conserve votre décision.</translation>
    </message>
    <message>
        <source>The files of the answers stay where they are: {fault}.</source>
        <translation>Les fichiers des réponses restent où ils sont : {fault}.</translation>
    </message>
    <message>
        <source>The history is kept in {place} again.</source>
        <translation>L’historique est à nouveau conservé dans {place}.</translation>
    </message>
    <message>
        <source>The history is made smaller…</source>
        <translation>L’historique est allégé…</translation>
    </message>
    <message>
        <source>The history takes {size}.</source>
        <translation>L’historique occupe {size}.</translation>
    </message>
    <message>
        <source>The hub that models come from</source>
        <translation>Le hub d'où viennent les modèles</translation>
    </message>
    <message>
        <source>The introduction is shown in the dock again.</source>
        <translation>L’introduction est de nouveau affichée dans le panneau.</translation>
    </message>
    <message>
        <source>The last one, {time}: {question}</source>
        <translation>La dernière, {time} : {question}</translation>
    </message>
    <message>
        <source>The last sample is out of the data set again.</source>
        <translation>Le dernier échantillon est de nouveau hors du jeu de données.</translation>
    </message>
    <message>
        <source>The layer {table} of {file} cannot be read back.</source>
        <translation>La couche {table} de {file} ne peut pas être relue.</translation>
    </message>
    <message>
        <source>The layer «{name}» could not be changed; the history holds your decision.</source>
        <translation>La couche « {name} » n’a pas pu être modifiée ; l’historique conserve votre décision.</translation>
    </message>
    <message>
        <source>The layers of «{question}» stay on the map: one of them is being edited.</source>
        <translation>Les couches de « {question} » restent sur la carte : l’une d’elles est en cours d’édition.</translation>
    </message>
    <message>
        <source>The map as I see it</source>
        <translation>La carte telle que je la vois</translation>
    </message>
    <message>
        <source>The map shows nothing.</source>
        <translation>La carte n’affiche rien.</translation>
    </message>
    <message>
        <source>The map shows only accepted targets.</source>
        <translation>La carte ne montre que les cibles acceptées.</translation>
    </message>
    <message>
        <source>The model answered without giving its reasoning.</source>
        <translation>Le modèle a répondu sans donner son raisonnement.</translation>
    </message>
    <message>
        <source>The model does not know what that looks like.</source>
        <translation>Le modèle ne sait pas à quoi cela ressemble.</translation>
    </message>
    <message>
        <source>The model does not know what that looks like: no polygons, whether it is there or not.</source>
        <translation>Le modèle ne sait pas à quoi cela ressemble : aucun polygone, que ce soit là ou non.</translation>
    </message>
    <message>
        <source>The model has not answered yet.</source>
        <translation>Le modèle n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>The model saw {seen} pixels of a view of {view}.</source>
        <translation>Le modèle a vu {seen} pixels d’une vue de {view}.</translation>
    </message>
    <message numerus="yes">
        <source>The model sees 1 of every %n pixel(s) of this view.</source>
        <translation><numerusform>Le modèle voit 1 pixel sur %n de cette vue.</numerusform><numerusform>Le modèle voit 1 pixel sur %n de cette vue.</numerusform></translation>
    </message>
    <message>
        <source>The models are being loaded. Enter keeps the sample; its mask follows.</source>
        <translation>Les modèles sont en cours de chargement. Entrée garde l’échantillon ; son masque suivra.</translation>
    </message>
    <message numerus="yes">
        <source>The models were freed after %n minute(s) without a question; the next one loads them again.</source>
        <translation><numerusform>Les modèles ont été libérés après %n minute sans question ; la prochaine les recharge.</numerusform><numerusform>Les modèles ont été libérés après %n minutes sans question ; la prochaine les recharge.</numerusform></translation>
    </message>
    <message>
        <source>The models work, but found nothing in the generated landscape. A model for real imagery may well do so: ask it about imagery that it knows.</source>
        <translation>Les modèles fonctionnent, mais n’ont rien trouvé dans le paysage généré. C’est possible pour un modèle destiné à l’imagerie réelle : interrogez-le sur une imagerie qu’il connaît.</translation>
    </message>
    <message>
        <source>The models work, but the reasoner does not know what the self-test asks for. Ask it about things that it knows.</source>
        <translation>Les modèles fonctionnent, mais le modèle de raisonnement ne connaît pas ce que l’autotest demande. Interrogez-le sur des choses qu’il connaît.</translation>
    </message>
    <message>
        <source>The packages are installed, but do not load: {reason}.</source>
        <translation>Les paquets sont installés, mais ne se chargent pas : {reason}.</translation>
    </message>
    <message>
        <source>The packages are installed.</source>
        <translation>Les paquets sont installés.</translation>
    </message>
    <message>
        <source>The packages are installed; QGIS uses them when it starts again.</source>
        <translation>Les paquets sont installés ; QGIS les utilisera à son prochain démarrage.</translation>
    </message>
    <message>
        <source>The packages are removed.</source>
        <translation>Les paquets sont supprimés.</translation>
    </message>
    <message>
        <source>The packages cannot be had for this QGIS: {reason}.</source>
        <translation>Les paquets n'existent pas pour ce QGIS : {reason}.</translation>
    </message>
    <message>
        <source>The packages could not be fetched: {reason}.</source>
        <translation>Les paquets n'ont pas pu être téléchargés : {reason}.</translation>
    </message>
    <message>
        <source>The packages could not be installed: {reason}.</source>
        <translation>Les paquets n'ont pas pu être installés : {reason}.</translation>
    </message>
    <message>
        <source>The packages in {place} are in use by {programs}.</source>
        <translation>Les paquets de {place} sont utilisés par {programs}.</translation>
    </message>
    <message>
        <source>The packages need {needed} MB of disk, and {free} MB are free.</source>
        <translation>Les paquets demandent {needed} Mo de disque, et {free} Mo sont libres.</translation>
    </message>
    <message>
        <source>The packages that QGIS has are in use. AskMap can install its own into QGIS's profile:</source>
        <translation>Les paquets que QGIS possède déjà sont utilisés. AskMap peut installer les siens dans le profil de QGIS :</translation>
    </message>
    <message>
        <source>The picture cannot be written to {path}.</source>
        <translation>L’image ne peut pas être écrite dans {path}.</translation>
    </message>
    <message>
        <source>The picture of this answer is not in the history.</source>
        <translation>L’image de cette réponse n’est pas dans l’historique.</translation>
    </message>
    <message>
        <source>The picture was not kept with this answer.</source>
        <translation>L’image n’a pas été conservée avec cette réponse.</translation>
    </message>
    <message>
        <source>The pictures lie beside it: {names}.</source>
        <translation>Les images se trouvent à côté : {names}.</translation>
    </message>
    <message numerus="yes">
        <source>The pictures of %n answer(s) are taken out: {size}.</source>
        <translation><numerusform>L’image de %n réponse est retirée : {size}.</numerusform><numerusform>Les images de %n réponses sont retirées : {size}.</numerusform></translation>
    </message>
    <message>
        <source>The pixels of «{question}» were not kept, so there is no picture to write.</source>
        <translation>Les pixels de « {question} » n’ont pas été conservés, il n’y a donc pas d’image à écrire.</translation>
    </message>
    <message>
        <source>The point lies outside of its box: put both points on the target.</source>
        <translation>Le point se trouve en dehors de son cadre : placez les deux points sur la cible.</translation>
    </message>
    <message>
        <source>The preset asks with settings that this QGIS does not have.</source>
        <translation>Le modèle de question utilise des réglages que ce QGIS n'a pas.</translation>
    </message>
    <message>
        <source>The preset was asked with other settings: {settings}.</source>
        <translation>La question du modèle a été posée avec d'autres réglages : {settings}.</translation>
    </message>
    <message>
        <source>The proxy wants another name or password.</source>
        <translation>Le proxy demande un autre nom ou un autre mot de passe.</translation>
    </message>
    <message>
        <source>The question is about the answer below: «only the ones near the river»</source>
        <translation>La question porte sur la réponse ci-dessous : « seulement ceux près de la rivière »</translation>
    </message>
    <message>
        <source>The question with its settings, as a text to share</source>
        <translation>La question avec ses réglages, sous forme de texte à partager</translation>
    </message>
    <message>
        <source>The reasoner is the one that you chose: {name}. What it knows, its makers say.</source>
        <translation>Le modèle de raisonnement est celui que vous avez choisi : {name}. Ce qu’il sait, ses auteurs le disent.</translation>
    </message>
    <message>
        <source>The reasoner, such as a Qwen3-VL, reads the question, reasons and points; the segmenter, such as a SAM2, draws the mask of what it points at.</source>
        <translation>Le modèle de raisonnement, par exemple un Qwen3-VL, lit la question, réfléchit et désigne ; le modèle de segmentation, par exemple un SAM2, dessine le masque de ce qui est désigné.</translation>
    </message>
    <message>
        <source>The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on a device that is chosen automatically: its graphics card if it has one that serves, else its processor.</source>
        <translation>Le modèle de raisonnement, qui désigne, et le modèle de segmentation, qui dessine les masques, s’exécutent sur cet ordinateur, sur un périphérique choisi automatiquement : sa carte graphique s’il en a une qui convient, sinon son processeur.</translation>
    </message>
    <message>
        <source>The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on the device «{device}».</source>
        <translation>Le modèle de raisonnement, qui désigne, et le modèle de segmentation, qui dessine les masques, s’exécutent sur cet ordinateur, sur le périphérique « {device} ».</translation>
    </message>
    <message>
        <source>The reasoning appears here.</source>
        <translation>Le raisonnement apparaît ici.</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>Le rapport est dans {path}.</translation>
    </message>
    <message>
        <source>The reviewer's note</source>
        <translation>La note de la personne qui vérifie</translation>
    </message>
    <message>
        <source>The reviewer's verdict: open, accepted or rejected</source>
        <translation>Le verdict de la personne qui vérifie : open (en attente), accepted (accepté) ou rejected (rejeté)</translation>
    </message>
    <message>
        <source>The same question with another model, wording, seed or view</source>
        <translation>La même question avec un autre modèle, une autre formulation, graine ou vue</translation>
    </message>
    <message>
        <source>The sample is in the data set again.</source>
        <translation>L’échantillon est de nouveau dans le jeu de données.</translation>
    </message>
    <message>
        <source>The sample is out of the data set; «Undo» brings it back.</source>
        <translation>L’échantillon est hors du jeu de données ; « Annuler » le ramène.</translation>
    </message>
    <message>
        <source>The second point needs a place of its own on the target.</source>
        <translation>Le second point doit avoir sa propre place sur la cible.</translation>
    </message>
    <message>
        <source>The segmenter draws the mask. Enter keeps the sample with it.</source>
        <translation>Le modèle de segmentation dessine le masque. Entrée garde l’échantillon avec lui.</translation>
    </message>
    <message>
        <source>The segmenter drew no mask.</source>
        <translation>Le modèle de segmentation n’a dessiné aucun masque.</translation>
    </message>
    <message>
        <source>The segmenter is drawing the outline…</source>
        <translation>Le modèle de segmentation dessine le contour…</translation>
    </message>
    <message>
        <source>The segmenter would not take that place into target {number}.</source>
        <translation>Le modèle de segmentation n’a pas voulu inclure cet endroit dans la cible {number}.</translation>
    </message>
    <message>
        <source>The segmenter would not take that place out of target {number}.</source>
        <translation>Le modèle de segmentation n’a pas voulu retirer cet endroit de la cible {number}.</translation>
    </message>
    <message>
        <source>The segmenter's mask and the box differ (IoU {iou}). Backspace goes back, Enter keeps it still.</source>
        <translation>Le masque du modèle de segmentation et le cadre diffèrent (IoU {iou}). Retour arrière revient en arrière, Entrée le garde quand même.</translation>
    </message>
    <message>
        <source>The self-test asks a bundled question…</source>
        <translation>L’autotest pose une question fournie…</translation>
    </message>
    <message>
        <source>The self-test failed.</source>
        <translation>L’autotest a échoué.</translation>
    </message>
    <message>
        <source>The self-test met a bug in AskMap ({name}): please report it with the copied diagnostics.</source>
        <translation>L’autotest a rencontré un bogue d’AskMap ({name}) : merci de le signaler avec le diagnostic copié.</translation>
    </message>
    <message>
        <source>The self-test was stopped.</source>
        <translation>L’autotest a été arrêté.</translation>
    </message>
    <message>
        <source>The server's key cannot be read from QGIS's authentication store.</source>
        <translation>La clé du serveur ne peut pas être lue dans le magasin d'authentification de QGIS.</translation>
    </message>
    <message>
        <source>The small models that come with AskMap know some forty kinds of things in aerial imagery, and say so when they do not know what you ask for. For other things and other imagery, choose models of your own.</source>
        <translation>Les petits modèles fournis avec AskMap connaissent une quarantaine de sortes de choses dans les images aériennes, et le disent quand ils ne connaissent pas ce que vous demandez. Pour d’autres choses et une autre imagerie, choisissez vos propres modèles.</translation>
    </message>
    <message>
        <source>The stretch is for a file's own pixels of more than 8 bits.</source>
        <translation>L’étirement s’applique aux pixels d’origine d’un fichier de plus de 8 bits.</translation>
    </message>
    <message>
        <source>The style could not be kept in the database.</source>
        <translation>Le style n’a pas pu être enregistré dans la base de données.</translation>
    </message>
    <message>
        <source>The style of the layer draws by it.</source>
        <translation>Le style de la couche s’en sert pour dessiner.</translation>
    </message>
    <message>
        <source>The table {table} cannot be written. {details}</source>
        <translation>La table {table} ne peut pas être écrite. {details}</translation>
    </message>
    <message>
        <source>The table {table} lacks the columns {names}.</source>
        <translation>Il manque à la table {table} les colonnes {names}.</translation>
    </message>
    <message>
        <source>The targets below answer «{question}».</source>
        <translation>Les cibles ci-dessous répondent à « {question} ».</translation>
    </message>
    <message>
        <source>The targets of an answer appear here.</source>
        <translation>Les cibles d’une réponse apparaissent ici.</translation>
    </message>
    <message>
        <source>The view has no coordinate system, so its units count as metres.</source>
        <translation>La vue n’a pas de système de coordonnées, ses unités comptent donc comme des mètres.</translation>
    </message>
    <message>
        <source>The whole picture (0)</source>
        <translation>L’image entière (0)</translation>
    </message>
    <message>
        <source>Their memory is given back; the next question loads them again.</source>
        <translation>Leur mémoire est rendue ; la prochaine question les recharge.</translation>
    </message>
    <message>
        <source>There are no targets.</source>
        <translation>Il n’y a pas de cibles.</translation>
    </message>
    <message>
        <source>There is no reasoning: the question was not answered.</source>
        <translation>Il n'y a pas de raisonnement : la question n'a pas reçu de réponse.</translation>
    </message>
    <message>
        <source>There is no such file: choose another one.</source>
        <translation>Ce fichier n’existe pas : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>There is no such folder: choose one that holds config.json and *.safetensors.</source>
        <translation>Ce dossier n’existe pas : choisissez-en un qui contient config.json et *.safetensors.</translation>
    </message>
    <message>
        <source>There is no such folder: choose one that is there.</source>
        <translation>Ce dossier n’existe pas : choisissez-en un qui existe.</translation>
    </message>
    <message>
        <source>There is no transformation between the coordinate systems of the two.</source>
        <translation>Aucune transformation ne mène du système de coordonnées de l’une à celui de l’autre.</translation>
    </message>
    <message>
        <source>There is no transformation from {here} to {crs}.</source>
        <translation>Aucune transformation ne mène de {here} à {crs}.</translation>
    </message>
    <message>
        <source>There is nothing to see in «{source}» here.</source>
        <translation>Il n’y a rien à voir ici dans « {source} ».</translation>
    </message>
    <message>
        <source>These are the first {shown} of {all} characters; a copy has them all.</source>
        <translation>Voici les {shown} premiers caractères sur {all} ; une copie les contient tous.</translation>
    </message>
    <message>
        <source>They run on the processor.</source>
        <translation>Ils s’exécutent sur le processeur.</translation>
    </message>
    <message>
        <source>Thin out pictures…</source>
        <translation>Alléger les images…</translation>
    </message>
    <message>
        <source>This answer is in the data set already.</source>
        <translation>Cette réponse est déjà dans le jeu de données.</translation>
    </message>
    <message>
        <source>This computer has {whole} GB of main memory; {free} GB are free.</source>
        <translation>Cet ordinateur a {whole} Go de mémoire vive ; {free} Go sont libres.</translation>
    </message>
    <message>
        <source>This folder holds no model, config.json is missing: choose the one that holds it.</source>
        <translation>Ce dossier ne contient pas de modèle, config.json manque : choisissez celui qui le contient.</translation>
    </message>
    <message>
        <source>This folder holds no torch: choose the one that the packages were installed into.</source>
        <translation>Ce dossier ne contient pas torch : choisissez celui où les paquets ont été installés.</translation>
    </message>
    <message>
        <source>This folder holds no weights: choose one with *.safetensors.</source>
        <translation>Ce dossier ne contient pas de poids : choisissez-en un avec *.safetensors.</translation>
    </message>
    <message>
        <source>This is a bug in AskMap ({name}). Please report it with the text in the Log Messages panel, tab AskMap.</source>
        <translation>C’est un bogue d’AskMap ({name}). Merci de le signaler avec le texte du panneau Journal des messages, onglet AskMap.</translation>
    </message>
    <message>
        <source>This layer has no pixels of its own that could be read.</source>
        <translation>Cette couche n’a pas de pixels propres qui puissent être lus.</translation>
    </message>
    <message>
        <source>This place of the map has no place in the view.</source>
        <translation>Cet endroit de la carte n’a pas de place dans la vue.</translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things.</source>
        <translation><numerusform>Ce petit modèle connaît %n type de choses.</numerusform><numerusform>Ce petit modèle connaît %n types de choses.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things: {kinds}.</source>
        <translation><numerusform>Ce petit modèle connaît %n type de choses : {kinds}.</numerusform><numerusform>Ce petit modèle connaît %n types de choses : {kinds}.</numerusform></translation>
    </message>
    <message>
        <source>Those for the graphics card can be installed in their place:</source>
        <translation>Ceux de la carte graphique peuvent être installés à leur place :</translation>
    </message>
    <message>
        <source>Trained on pixels of {finest} to {coarsest} on the ground.</source>
        <translation>Entraîné sur des pixels de {finest} à {coarsest} au sol.</translation>
    </message>
    <message>
        <source>Tried here with {other}:</source>
        <translation>Essayé ici avec {other} :</translation>
    </message>
    <message>
        <source>Try again, or reinstall the packages.</source>
        <translation>Réessayez, ou réinstallez les paquets.</translation>
    </message>
    <message>
        <source>Try again; everything is installed anew.</source>
        <translation>Réessayez ; tout est réinstallé.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, ask who runs your network.</source>
        <translation>Réessayez ; si cela se reproduit, demandez à qui gère votre réseau.</translation>
    </message>
    <message>
        <source>Try again; the file install.log in AskMap's folder of the profile says more.</source>
        <translation>Réessayez ; le fichier install.log du dossier d'AskMap dans le profil en dit plus.</translation>
    </message>
    <message>
        <source>Trying out the engine's packages</source>
        <translation>Essai des paquets du moteur</translation>
    </message>
    <message>
        <source>Trying out the packages</source>
        <translation>Essai des paquets</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Update AskMap, or make a bundle with the AskMap that is installed here.</source>
        <translation>Mettez AskMap à jour, ou créez une archive avec la version d'AskMap installée ici.</translation>
    </message>
    <message>
        <source>Update the packages</source>
        <translation>Mettre à jour les paquets</translation>
    </message>
    <message>
        <source>Use for trai&amp;ning</source>
        <translation>&amp;Garder pour l’entraînement</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>W&amp;here the engine runs</source>
        <translation>Proce&amp;ssus du moteur</translation>
    </message>
    <message>
        <source>Wait for its answer, or stop it.</source>
        <translation>Attendez sa réponse, ou arrêtez-la.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then look again.</source>
        <translation>Attendez qu'il ait terminé, puis regardez de nouveau.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then look again; if none works there any more, remove {file}.</source>
        <translation>Attendez qu’il ait fini, puis regardez de nouveau ; si aucun n’y travaille plus, supprimez {file}.</translation>
    </message>
    <message>
        <source>Wait until the map is drawn, or zoom to where the layer has imagery.</source>
        <translation>Attendez que la carte soit dessinée, ou zoomez là où la couche contient des images.</translation>
    </message>
    <message>
        <source>Waiting for the models</source>
        <translation>En attente des modèles</translation>
    </message>
    <message>
        <source>Waiting to begin</source>
        <translation>En attente de commencer</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>Wh&amp;at the model saw…</source>
        <translation>Ce &amp;que le modèle a vu…</translation>
    </message>
    <message>
        <source>What AskMap warned of</source>
        <translation>Ce dont AskMap a averti</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Pour quoi</translation>
    </message>
    <message>
        <source>What is drawn waits: «Teach on the map» goes on with it.</source>
        <translation>Ce qui est dessiné attend : « Enseigner sur la carte » continue avec.</translation>
    </message>
    <message>
        <source>What the &amp;map shows now</source>
        <translation>Ce que la &amp;carte montre maintenant</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>Ce que le modèle a vu</translation>
    </message>
    <message>
        <source>What the model wrote, word for word</source>
        <translation>Ce que le modèle a écrit, mot pour mot</translation>
    </message>
    <message>
        <source>What the picture is of is chosen on the page «Ask».</source>
        <translation>Ce que montre l’image se choisit sur la page « Demander ».</translation>
    </message>
    <message>
        <source>What the reasoner calls the target</source>
        <translation>Comment le modèle de raisonnement appelle la cible</translation>
    </message>
    <message>
        <source>What the reasoner thought</source>
        <translation>Ce que le modèle de raisonnement a pensé</translation>
    </message>
    <message>
        <source>What the two were asked about lies too far apart.</source>
        <translation>Les vues des deux questions sont trop éloignées l’une de l’autre.</translation>
    </message>
    <message>
        <source>What was &amp;found</source>
        <translation>Ce qui a été &amp;trouvé</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Ce qui a été demandé</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>When the answer was made, in UTC</source>
        <translation>Quand la réponse a été faite, en UTC</translation>
    </message>
    <message>
        <source>When you ask, AskMap reads the pixels that the map shows: those of the layer you choose, or of the map as you see it.</source>
        <translation>Quand vous posez une question, AskMap lit les pixels que montre la carte : ceux de la couche choisie, ou ceux de la carte telle que vous la voyez.</translation>
    </message>
    <message>
        <source>Where could a helicopter land?</source>
        <translation>Où un hélicoptère pourrait-il se poser ?</translation>
    </message>
    <message>
        <source>Whether a question can be asked, and if not, what is missing and what to do: packages, models, device and memory. No model is loaded and no server asked, so it takes a moment.</source>
        <translation>Si une question peut être posée et, sinon, ce qui manque et que faire : paquets, modèles, périphérique et mémoire. Aucun modèle n'est chargé et aucun serveur interrogé : cela ne prend qu'un instant.</translation>
    </message>
    <message>
        <source>Which pixels</source>
        <translation>Quels pixels</translation>
    </message>
    <message>
        <source>Which targets are shown</source>
        <translation>Quelles cibles sont affichées</translation>
    </message>
    <message>
        <source>While the cards of an answer have the focus:</source>
        <translation>Lorsque les fiches d’une réponse ont le focus :</translation>
    </message>
    <message>
        <source>Who made the outline: model, refined, drawn or edited</source>
        <translation>Qui a fait le contour : model (modèle), refined (affiné), drawn (dessiné) ou edited (modifié)</translation>
    </message>
    <message>
        <source>With a temperature above 0, another seed gives another answer.</source>
        <translation>À une température supérieure à 0, une autre graine donne une autre réponse.</translation>
    </message>
    <message>
        <source>Words of a question, a thought, a label or a note</source>
        <translation>Mots d’une question, d’un raisonnement, d’une étiquette ou d’une note</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>Write a note on it</source>
        <translation>Écrire une note à son sujet</translation>
    </message>
    <message>
        <source>Write it like https://hub.example, or leave the field empty.</source>
        <translation>Écrivez-la comme https://hub.example, ou laissez le champ vide.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Writing the layers</source>
        <translation>Écriture des couches</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Zoom avant (+)</translation>
    </message>
    <message>
        <source>Zoom in to ask about a part.</source>
        <translation>Zoomez pour interroger une partie.</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Zoom arrière (-)</translation>
    </message>
    <message>
        <source>Zoom there</source>
        <translation>Zoomer là-bas</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>Zoomer dessus</translation>
    </message>
    <message>
        <source>Zoom to the layer first.</source>
        <translation>Zoomez d’abord sur la couche.</translation>
    </message>
    <message>
        <source>Zoom to where the view lies.</source>
        <translation>Zoomez là où se trouve la vue.</translation>
    </message>
    <message>
        <source>Zoom to «{layer}»</source>
        <translation>Zoomer sur « {layer} »</translation>
    </message>
    <message>
        <source>a corner, then the other one, then two points</source>
        <translation>un coin, puis l’autre, puis deux points</translation>
    </message>
    <message>
        <source>a file's own pixels</source>
        <translation>les pixels d’origine d’un fichier</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation><numerusform>environ %n minute</numerusform><numerusform>environ %n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation><numerusform>environ %n seconde</numerusform><numerusform>environ %n secondes</numerusform></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>an amount of memory that is not known</source>
        <translation>une quantité inconnue</translation>
    </message>
    <message>
        <source>another QGIS, or AskMap's service</source>
        <translation>un autre QGIS, ou le service d’AskMap</translation>
    </message>
    <message>
        <source>another target in the same sample</source>
        <translation>une autre cible dans le même échantillon</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>répondue</translation>
    </message>
    <message>
        <source>append to it</source>
        <translation>compléter</translation>
    </message>
    <message>
        <source>as QGIS</source>
        <translation>comme QGIS</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>comme demandé</translation>
    </message>
    <message>
        <source>as the model's folder says</source>
        <translation>selon le dossier du modèle</translation>
    </message>
    <message>
        <source>as the question</source>
        <translation>comme la question</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>en cours de vérification</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>en cours de suppression</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>en cours de téléchargement</translation>
    </message>
    <message>
        <source>being tried</source>
        <translation>en cours d'essai</translation>
    </message>
    <message>
        <source>beside the project</source>
        <translation>à côté du projet</translation>
    </message>
    <message>
        <source>both</source>
        <translation>les deux</translation>
    </message>
    <message>
        <source>box, in the colour of its target</source>
        <translation>cadre, de la couleur de sa cible</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>fourni avec AskMap</translation>
    </message>
    <message>
        <source>bundled, for aerial imagery</source>
        <translation>fourni, pour images aériennes</translation>
    </message>
    <message>
        <source>by area</source>
        <translation>par surface</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>par numéro</translation>
    </message>
    <message>
        <source>by score</source>
        <translation>par score</translation>
    </message>
    <message>
        <source>by target</source>
        <translation>par cible</translation>
    </message>
    <message>
        <source>by verdict</source>
        <translation>par verdict</translation>
    </message>
    <message>
        <source>changed since it was checked</source>
        <translation>modifié depuis la vérification</translation>
    </message>
    <message>
        <source>comes with AskMap</source>
        <translation>fourni avec AskMap</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>trop grand</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>douteux</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>dessiné à la main</translation>
    </message>
    <message>
        <source>drop what is drawn</source>
        <translation>abandonner ce qui est dessiné</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>modifié à la main</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échouée</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>convient</translation>
    </message>
    <message>
        <source>for a server only</source>
        <translation>pour un serveur seulement</translation>
    </message>
    <message>
        <source>from 2 % to 98 % of the values</source>
        <translation>de 2 % à 98 % des valeurs</translation>
    </message>
    <message>
        <source>from the lowest to the highest value</source>
        <translation>de la plus petite à la plus grande valeur</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ici</translation>
    </message>
    <message>
        <source>here, a folder of yours</source>
        <translation>ici, un dossier à vous</translation>
    </message>
    <message>
        <source>here, in LM Studio's folder</source>
        <translation>ici, dans le dossier de LM Studio</translation>
    </message>
    <message>
        <source>here, in the hub's cache</source>
        <translation>ici, dans le cache du hub</translation>
    </message>
    <message>
        <source>holes below {size} m² filled</source>
        <translation>trous de moins de {size} m² comblés</translation>
    </message>
    <message>
        <source>in QGIS</source>
        <translation>dans QGIS</translation>
    </message>
    <message>
        <source>in QGIS, or in a process of its own where that fails</source>
        <translation>dans QGIS, ou dans son propre processus si cela échoue</translation>
    </message>
    <message>
        <source>in a process of its own</source>
        <translation>dans son propre processus</translation>
    </message>
    <message>
        <source>in the profile</source>
        <translation>dans le profil</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>it crashed ({signal})</source>
        <translation>plantage ({signal})</translation>
    </message>
    <message>
        <source>it crashed ({signal}) in {place}</source>
        <translation>plantage ({signal}) dans {place}</translation>
    </message>
    <message>
        <source>it crashed without a word</source>
        <translation>arrêt brutal sans message</translation>
    </message>
    <message>
        <source>it draws the mask of what is pointed at.</source>
        <translation>il dessine le masque de ce qui est désigné.</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>il s'est arrêté sans un mot</translation>
    </message>
    <message>
        <source>it has Python {version}</source>
        <translation>il a Python {version}</translation>
    </message>
    <message>
        <source>it reads the question, reasons and points.</source>
        <translation>il lit la question, raisonne et désigne.</translation>
    </message>
    <message>
        <source>keep the sample</source>
        <translation>garder l’échantillon</translation>
    </message>
    <message>
        <source>left only</source>
        <translation>gauche seulement</translation>
    </message>
    <message>
        <source>mean ± 2 standard deviations</source>
        <translation>moyenne ± 2 écarts types</translation>
    </message>
    <message>
        <source>move the cross, in leaps</source>
        <translation>déplacer la croix, par bonds</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>pas d'autorisation</translation>
    </message>
    <message>
        <source>not added to the map</source>
        <translation>sans ajout à la carte</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>inachevée</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>not in the other view</source>
        <translation>absent de l’autre vue</translation>
    </message>
    <message>
        <source>not known to the model</source>
        <translation>inconnu du modèle</translation>
    </message>
    <message>
        <source>not known whether it fits</source>
        <translation>on ne sait pas s'il convient</translation>
    </message>
    <message>
        <source>not the target</source>
        <translation>pas la cible</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>rien trouvé</translation>
    </message>
    <message>
        <source>nothing here answers the question</source>
        <translation>rien ici ne répond à la question</translation>
    </message>
    <message>
        <source>on the target</source>
        <translation>sur la cible</translation>
    </message>
    <message>
        <source>one of the last questions</source>
        <translation>l’une des dernières questions</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>un pas en arrière</translation>
    </message>
    <message>
        <source>open</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>open and rejected targets too</source>
        <translation>aussi les cibles ouvertes et rejetées</translation>
    </message>
    <message>
        <source>open targets too</source>
        <translation>aussi les cibles ouvertes</translation>
    </message>
    <message>
        <source>part of it is here</source>
        <translation>en partie ici</translation>
    </message>
    <message>
        <source>parts below {size} m² left out</source>
        <translation>parties de moins de {size} m² omises</translation>
    </message>
    <message>
        <source>processor (cpu)</source>
        <translation>processeur (cpu)</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejetée</translation>
    </message>
    <message>
        <source>replace it</source>
        <translation>remplacer</translation>
    </message>
    <message>
        <source>right angles</source>
        <translation>angles droits</translation>
    </message>
    <message>
        <source>right only</source>
        <translation>droite seulement</translation>
    </message>
    <message>
        <source>served</source>
        <translation>servi</translation>
    </message>
    <message>
        <source>simplified by up to {size} m</source>
        <translation>simplifié de {size} m au plus</translation>
    </message>
    <message>
        <source>smooth corners</source>
        <translation>coins lissés</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêtée</translation>
    </message>
    <message>
        <source>target with its number (colours repeat)</source>
        <translation>cible avec son numéro (les couleurs se répètent)</translation>
    </message>
    <message>
        <source>the layer as it is drawn</source>
        <translation>la couche telle qu’elle est dessinée</translation>
    </message>
    <message>
        <source>the models</source>
        <translation>les modèles</translation>
    </message>
    <message>
        <source>the models, corrected</source>
        <translation>les modèles, corrigé</translation>
    </message>
    <message>
        <source>this QGIS</source>
        <translation>ce QGIS</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>juste</translation>
    </message>
    <message>
        <source>type the question; Enter goes back to the map</source>
        <translation>saisir la question ; Entrée revient à la carte</translation>
    </message>
    <message>
        <source>undo the last sample</source>
        <translation>annuler le dernier échantillon</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>attend son tour</translation>
    </message>
    <message>
        <source>what serves best</source>
        <translation>le plus adapté</translation>
    </message>
    <message>
        <source>what suits the model and the device</source>
        <translation>ce qui convient au modèle et au périphérique</translation>
    </message>
    <message>
        <source>what-the-model-saw.png</source>
        <translation>ce-que-le-modele-a-vu.png</translation>
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
        <translation>{count} cibles sur {all} ; acceptées : {accepted}</translation>
    </message>
    <message>
        <source>{download} MB to fetch, {room} MB on the disk, where {free} MB are free.</source>
        <translation>{download} Mo à télécharger, {room} Mo sur le disque, où {free} Mo sont libres.</translation>
    </message>
    <message>
        <source>{fault} Enter keeps the sample without a mask.</source>
        <translation>{fault} Entrée garde l’échantillon sans masque.</translation>
    </message>
    <message>
        <source>{fault} The history is kept in {place} until it can be written there again.</source>
        <translation>{fault} L’historique est conservé dans {place} jusqu’à ce qu’on puisse à nouveau y écrire.</translation>
    </message>
    <message>
        <source>{file} cannot be read back.</source>
        <translation>{file} ne peut pas être relu.</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>{file} ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>{file} exists and will be replaced.</source>
        <translation>{file} existe et sera remplacé.</translation>
    </message>
    <message>
        <source>{file} is a layer of the map that is being edited, or that AskMap did not export.</source>
        <translation>{file} est une couche de la carte en cours de modification, ou qu’AskMap n’a pas exportée.</translation>
    </message>
    <message>
        <source>{file} is not opened again: it can refer to other files or to the network. {hint}</source>
        <translation>{file} n’est pas rouvert : il peut renvoyer à d’autres fichiers ou au réseau. {hint}</translation>
    </message>
    <message>
        <source>{file} was there already and belongs to something else, so it stays as it is.</source>
        <translation>{file} existait déjà et appartient à autre chose, il reste donc tel quel.</translation>
    </message>
    <message>
        <source>{folder} holds a model that AskMap does not load.</source>
        <translation>{folder} contient un modèle qu'AskMap ne charge pas.</translation>
    </message>
    <message>
        <source>{folder} is in use now.</source>
        <translation>{folder} est maintenant utilisé.</translation>
    </message>
    <message>
        <source>{format} is always in WGS 84.</source>
        <translation>{format} est toujours en WGS 84.</translation>
    </message>
    <message>
        <source>{gigabytes} GB</source>
        <translation>{gigabytes} Go</translation>
    </message>
    <message>
        <source>{here} of it have come: when you get it, that goes on from there.</source>
        <translation>{here} sont arrivés : l'obtention reprend à partir de là.</translation>
    </message>
    <message>
        <source>{key} would mean «{one}» and «{other}»: choose another key, or the old ones stay.</source>
        <translation>{key} signifierait « {one} » et « {other} » : choisissez une autre touche, sinon les anciennes restent.</translation>
    </message>
    <message>
        <source>{layer} (not in this project)</source>
        <translation>{layer} (pas dans ce projet)</translation>
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
        <translation>{megabytes} Mo</translation>
    </message>
    <message>
        <source>{name} is being fetched.</source>
        <translation>{name} est en cours de téléchargement.</translation>
    </message>
    <message>
        <source>{name} is damaged: {files}. Delete it and get it again.</source>
        <translation>{name} est endommagé : {files}. Supprimez-le et obtenez-le de nouveau.</translation>
    </message>
    <message>
        <source>{name} is damaged: {member} in it is not what it should be.</source>
        <translation>{name} est endommagé : {member} n'y est pas ce qu'il devrait être.</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name} est supprimé.</translation>
    </message>
    <message>
        <source>{name} is deleted; {files} were put there by others, and stay.</source>
        <translation>{name} est supprimé ; {files} vient d'ailleurs et reste.</translation>
    </message>
    <message>
        <source>{name} is here. Press «Use» to work with it.</source>
        <translation>{name} est là. Appuyez sur « Utiliser » pour vous en servir.</translation>
    </message>
    <message>
        <source>{name} is no bundle of AskMap's packages.</source>
        <translation>{name} n'est pas une archive des paquets d'AskMap.</translation>
    </message>
    <message>
        <source>{name} is not what was expected: it was damaged or changed on its way.</source>
        <translation>{name} n'est pas ce qui était attendu : il a été abîmé ou modifié en chemin.</translation>
    </message>
    <message>
        <source>{name} was made by a later AskMap than this one.</source>
        <translation>{name} a été créée par une version d'AskMap plus récente que celle-ci.</translation>
    </message>
    <message>
        <source>{name}: all files are as the hub says.</source>
        <translation>{name} : tous les fichiers sont tels que le hub le dit.</translation>
    </message>
    <message>
        <source>{name}: nobody has said what its files should be.</source>
        <translation>{name} : personne n'a dit ce que ses fichiers doivent être.</translation>
    </message>
    <message>
        <source>{name}: question {number} of {total}</source>
        <translation>{name} : question {number} sur {total}</translation>
    </message>
    <message>
        <source>{name}: stopped.</source>
        <translation>{name} : arrêté.</translation>
    </message>
    <message>
        <source>{name}: stopped. What has come is kept, and goes on from there.</source>
        <translation>{name} : arrêté. Ce qui est arrivé est conservé, et reprend à partir de là.</translation>
    </message>
    <message>
        <source>{name}: {done} of {total}</source>
        <translation>{name} : {done} sur {total}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{place} cannot be read: {reason}.</source>
        <translation>{place} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>{place} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire dans {place} : {reason}.</translation>
    </message>
    <message>
        <source>{program} (process {number})</source>
        <translation>{program} (processus {number})</translation>
    </message>
    <message>
        <source>{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, loaded in {load} s, on {device}.</source>
        <translation>{right} questions justes sur {asked}, {seconds} s par réponse, {pieces} morceaux de texte par seconde, chargé en {load} s, sur {device}.</translation>
    </message>
    <message>
        <source>{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, {memory} of memory at most, loaded in {load} s, on {device}.</source>
        <translation>{right} questions justes sur {asked}, {seconds} s par réponse, {pieces} morceaux de texte par seconde, {memory} de mémoire au plus, chargé en {load} s, sur {device}.</translation>
    </message>
    <message>
        <source>{right} of {asked} real questions right.</source>
        <translation>{right} questions réelles sur {asked} : réponse juste.</translation>
    </message>
    <message>
        <source>{right} of {asked} real questions right. {left} more were not asked: they take too long here.</source>
        <translation>{right} questions réelles sur {asked} : réponse juste. {left} autres n’ont pas été posées : elles prennent trop de temps ici.</translation>
    </message>
    <message>
        <source>{step}, {time} left</source>
        <translation>{step}, encore {time}</translation>
    </message>
    <message>
        <source>{targets}: {accepted} accepted, {rejected} rejected, {open} open</source>
        <translation>{targets} : acceptées : {accepted}, rejetées : {rejected}, en attente : {open}</translation>
    </message>
    <message>
        <source>{whole}, {free} of them free</source>
        <translation>{whole}, dont {free} libres</translation>
    </message>
    <message>
        <source>«Undo» brings them back, until QGIS is closed or something else is deleted.</source>
        <translation>« Annuler » les ramène, jusqu’à ce que QGIS soit fermé ou qu’autre chose soit supprimé.</translation>
    </message>
    <message>
        <source>«{address}» is no address of a hub.</source>
        <translation>« {address} » n'est pas l'adresse d'un hub.</translation>
    </message>
    <message numerus="yes">
        <source>«{word}»: about %n pixel(s) across in what the model sees. Zoom in to ask about it.</source>
        <translation><numerusform>« {word} » : environ %n pixel de large dans ce que voit le modèle. Zoomez pour interroger à ce sujet.</numerusform><numerusform>« {word} » : environ %n pixels de large dans ce que voit le modèle. Zoomez pour interroger à ce sujet.</numerusform></translation>
    </message>
    <message>
        <source>«{word}»: smaller than a pixel in what the model sees. Zoom in to ask about it.</source>
        <translation>« {word} » : plus petit qu’un pixel dans ce que voit le modèle. Zoomez pour interroger à ce sujet.</translation>
    </message>
</context>
<context>
    <name>askmap-backend</name>
    <message>
        <source>A .pt file needs Meta's package sam2, and {name} is not installed.</source>
        <translation>Un fichier .pt nécessite le paquet sam2 de Meta, et {name} n’est pas installé.</translation>
    </message>
    <message>
        <source>A model of at most {billions:.1f} billion parameters would fit.</source>
        <translation>Un modèle d’au plus {billions:.1f} milliards de paramètres conviendrait.</translation>
    </message>
    <message>
        <source>A picture cannot be kept as PNG.</source>
        <translation>Une image ne peut pas être conservée en PNG.</translation>
    </message>
    <message>
        <source>A picture that was kept as PNG is damaged.</source>
        <translation>Une image conservée en PNG est endommagée.</translation>
    </message>
    <message>
        <source>A raster cannot be read from the standard input.</source>
        <translation>Un raster ne peut pas être lu depuis l’entrée standard.</translation>
    </message>
    <message>
        <source>Accept or reject all targets first.</source>
        <translation>Acceptez ou rejetez d’abord toutes les cibles.</translation>
    </message>
    <message>
        <source>Agree to its terms at {page} with an account, then give a key of it.</source>
        <translation>Acceptez ses conditions sur {page} avec un compte, puis donnez une clé de ce compte.</translation>
    </message>
    <message>
        <source>Another QGIS has changed target {number} of this answer.</source>
        <translation>Un autre QGIS a modifié la cible {number} de cette réponse.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>Ask about a smaller part of it, or build overviews: in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo.</source>
        <translation>Interrogez une partie plus petite, ou créez des pyramides : dans QGIS dans les propriétés de la couche, « Pyramides », dans un terminal avec gdaladdo.</translation>
    </message>
    <message>
        <source>Ask about its two sides one after the other.</source>
        <translation>Interrogez l’un de ses côtés, puis l’autre.</translation>
    </message>
    <message>
        <source>Ask about one of them, such as {name}</source>
        <translation>Interrogez l’un d’eux, par exemple {name}</translation>
    </message>
    <message>
        <source>Ask again in other words, or choose the answer format that the model was trained for.</source>
        <translation>Redemandez en d’autres termes, ou choisissez le format de réponse pour lequel le modèle a été entraîné.</translation>
    </message>
    <message>
        <source>Ask again when that has ended.</source>
        <translation>Posez de nouveau la question quand ce sera terminé.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Posez à nouveau la question.</translation>
    </message>
    <message>
        <source>Ask again. If it happens again, install the packages of the engine again.</source>
        <translation>Posez à nouveau la question. Si cela se reproduit, réinstallez les paquets du moteur.</translation>
    </message>
    <message>
        <source>Ask again: a new process starts then. If it keeps ending, choose a smaller model or a smaller view.</source>
        <translation>Posez à nouveau la question : un nouveau processus démarrera. S’il continue de s’arrêter, choisissez un modèle plus petit ou une vue plus petite.</translation>
    </message>
    <message>
        <source>Ask again; if it happens again, see what the server says in its own program.</source>
        <translation>Redemandez ; si cela se reproduit, voyez ce que dit le serveur dans son propre programme.</translation>
    </message>
    <message>
        <source>Ask for the same in one sentence, and accept that answer.</source>
        <translation>Demandez la même chose en une phrase, et acceptez cette réponse.</translation>
    </message>
    <message>
        <source>Ask in fewer words, or choose a smaller view.</source>
        <translation>Demandez en moins de mots, ou choisissez une vue plus petite.</translation>
    </message>
    <message>
        <source>Ask in one or two sentences what to look for.</source>
        <translation>Demandez en une ou deux phrases ce qu’il faut chercher.</translation>
    </message>
    <message>
        <source>Ask it again.</source>
        <translation>Posez-la à nouveau.</translation>
    </message>
    <message>
        <source>Ask without it.</source>
        <translation>Posez la question sans lui.</translation>
    </message>
    <message>
        <source>Ask without one.</source>
        <translation>Posez la question sans service.</translation>
    </message>
    <message>
        <source>AskMap cannot tell in which format the model in {folder} answers.</source>
        <translation>AskMap ne peut pas savoir dans quel format répond le modèle dans {folder}.</translation>
    </message>
    <message>
        <source>AskMap draws no «{suffix}» pictures.</source>
        <translation>AskMap ne dessine pas d’images « {suffix} ».</translation>
    </message>
    <message>
        <source>AskMap has not fetched {name}.</source>
        <translation>AskMap n'a pas téléchargé {name}.</translation>
    </message>
    <message>
        <source>AskMap knows no answer format «{name}».</source>
        <translation>AskMap ne connaît pas le format de réponse « {name} ».</translation>
    </message>
    <message>
        <source>AskMap writes no «{suffix}» files.</source>
        <translation>AskMap n’écrit pas de fichiers « {suffix} ».</translation>
    </message>
    <message>
        <source>AskMap writes no «{suffix}» reports.</source>
        <translation>AskMap n’écrit pas de rapports « {suffix} ».</translation>
    </message>
    <message>
        <source>Check its address, and whether this network wants a login in a browser first.</source>
        <translation>Vérifiez son adresse, et si ce réseau demande d'abord une connexion dans un navigateur.</translation>
    </message>
    <message>
        <source>Check the address and the connection, or download the file first.</source>
        <translation>Vérifiez l’adresse et la connexion, ou téléchargez d’abord le fichier.</translation>
    </message>
    <message>
        <source>Check the address of the hub.</source>
        <translation>Vérifiez l'adresse du hub.</translation>
    </message>
    <message>
        <source>Check the address: that of LM Studio, Ollama, llama.cpp and vLLM ends in /v1.</source>
        <translation>Vérifiez l'adresse : celle de LM Studio, Ollama, llama.cpp et vLLM se termine par /v1.</translation>
    </message>
    <message>
        <source>Check the address; a certificate of your own has to be installed on this computer.</source>
        <translation>Vérifiez l'adresse ; un certificat à vous doit être installé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Check the name: it is written as its owner writes it, such as owner/name.</source>
        <translation>Vérifiez le nom : il s'écrit comme son propriétaire l'écrit, par exemple propriétaire/nom.</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>Vérifiez le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>Choose a .pt file of SAM2, or a folder.</source>
        <translation>Choisissez un fichier .pt de SAM2, ou un dossier.</translation>
    </message>
    <message>
        <source>Choose a Qwen2.5-VL, Qwen3-VL or Qwen3.5 reasoner and a SAM2, SAM3 or EdgeTAM segmenter.</source>
        <translation>Choisissez un modèle de raisonnement Qwen2.5-VL, Qwen3-VL ou Qwen3.5 et un modèle de segmentation SAM2, SAM3 ou EdgeTAM.</translation>
    </message>
    <message>
        <source>Choose a file that holds the key in its first line.</source>
        <translation>Choisissez un fichier dont la première ligne est la clé.</translation>
    </message>
    <message>
        <source>Choose a folder that holds config.json and *.safetensors.</source>
        <translation>Choisissez un dossier qui contient config.json et *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a folder with *.safetensors.</source>
        <translation>Choisissez un dossier avec *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a model that sees pictures and points at things, such as Qwen3-VL.</source>
        <translation>Choisissez un modèle qui voit les images et désigne les choses, comme Qwen3-VL.</translation>
    </message>
    <message>
        <source>Choose a name ending in .md or .html.</source>
        <translation>Choisissez un nom qui se termine par .md ou .html.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png.</source>
        <translation>Choisissez un nom qui se termine par .png.</translation>
    </message>
    <message>
        <source>Choose a name that ends in {names}.</source>
        <translation>Choisissez un nom qui se termine par {names}.</translation>
    </message>
    <message>
        <source>Choose a repository with *.safetensors.</source>
        <translation>Choisissez un dépôt avec des *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a smaller model, or a smaller view.</source>
        <translation>Choisissez un modèle plus petit, ou une vue plus petite.</translation>
    </message>
    <message>
        <source>Choose a view inside the raster's extent.</source>
        <translation>Choisissez une vue à l’intérieur de l’emprise du raster.</translation>
    </message>
    <message>
        <source>Choose a view that shows imagery.</source>
        <translation>Choisissez une vue qui montre des images.</translation>
    </message>
    <message>
        <source>Choose another entry of the history.</source>
        <translation>Choisissez une autre entrée de l’historique.</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>Choisissez un autre nom de fichier.</translation>
    </message>
    <message>
        <source>Choose another folder, or another name for the split.</source>
        <translation>Choisissez un autre dossier, ou un autre nom pour la partie.</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>Choisissez un autre dossier, ou libérez de l’espace.</translation>
    </message>
    <message>
        <source>Choose another name, or write a GeoPackage (.gpkg) instead.</source>
        <translation>Choisissez un autre nom, ou écrivez plutôt un GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Choose its answer format in the settings, or write it into the file askmap.json in its folder: {example} for a Qwen as published.</source>
        <translation>Choisissez son format de réponse dans les réglages, ou écrivez-le dans le fichier askmap.json de son dossier : {example} pour un Qwen tel que publié.</translation>
    </message>
    <message>
        <source>Choose letters, digits, - and _.</source>
        <translation>Choisissez des lettres, des chiffres, - et _.</translation>
    </message>
    <message>
        <source>Choose one of the models that it lists; the address ends in /v1.</source>
        <translation>Choisissez l'un des modèles qu'il énumère ; l'adresse se termine par /v1.</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Choisissez parmi {names}.</translation>
    </message>
    <message>
        <source>Choose smaller models, or let a server run the reasoner.</source>
        <translation>Choisissez des modèles plus petits, ou laissez un serveur exécuter le modèle de raisonnement.</translation>
    </message>
    <message>
        <source>Choose the device «auto» or «cpu».</source>
        <translation>Choisissez le périphérique « auto » ou « cpu ».</translation>
    </message>
    <message>
        <source>Choose the model's unquantized folder, or let a server such as LM Studio run it, and give its address.</source>
        <translation>Choisissez le dossier du modèle non quantifié, ou faites-le exécuter par un serveur tel que LM Studio et indiquez son adresse.</translation>
    </message>
    <message>
        <source>Choose the model's unquantized folder.</source>
        <translation>Choisissez le dossier du modèle non quantifié.</translation>
    </message>
    <message>
        <source>Choose the precision «auto» or «float32».</source>
        <translation>Choisissez la précision « auto » ou « float32 ».</translation>
    </message>
    <message>
        <source>Choose the raster that the polygons were drawn on.</source>
        <translation>Choisissez le raster sur lequel les polygones ont été dessinés.</translation>
    </message>
    <message>
        <source>Close it there, or choose another file name.</source>
        <translation>Fermez-le là-bas, ou choisissez un autre nom de fichier.</translation>
    </message>
    <message>
        <source>Copy all of it again, from where it was made.</source>
        <translation>Copiez-le de nouveau en entier, là où il a été créé.</translation>
    </message>
    <message>
        <source>Copy or download the model again.</source>
        <translation>Copiez ou téléchargez à nouveau le modèle.</translation>
    </message>
    <message>
        <source>Correct the name and the password of the proxy, then try again.</source>
        <translation>Corrigez le nom et le mot de passe du proxy, puis réessayez.</translation>
    </message>
    <message>
        <source>Delete it: what was measured is lost then, and can be measured again.</source>
        <translation>Supprimez-le : ce qui a été mesuré est alors perdu, et peut être mesuré à nouveau.</translation>
    </message>
    <message>
        <source>Delete the entry, or update AskMap if a newer one wrote it.</source>
        <translation>Supprimez l’entrée, ou mettez AskMap à jour si une version plus récente l’a écrite.</translation>
    </message>
    <message>
        <source>Draw what answers and accept it, or ask another model.</source>
        <translation>Dessinez ce qui répond à la question et acceptez-le, ou interrogez un autre modèle.</translation>
    </message>
    <message>
        <source>Drawing the masks</source>
        <translation>Dessin des masques</translation>
    </message>
    <message>
        <source>End that one with «askmap serve --end», or ask without it.</source>
        <translation>Arrêtez-le avec « askmap serve --end », ou posez la question sans lui.</translation>
    </message>
    <message>
        <source>Enter the key that its owner gave you.</source>
        <translation>Entrez la clé que son propriétaire vous a donnée.</translation>
    </message>
    <message>
        <source>Feature {number} of {path} has no place in the raster's coordinate system.</source>
        <translation>L’entité {number} de {path} n’a pas de place dans le système de coordonnées du raster.</translation>
    </message>
    <message>
        <source>Feature {number} of {path} is a {kind}, not a polygon.</source>
        <translation>L’entité {number} de {path} est un {kind}, pas un polygone.</translation>
    </message>
    <message>
        <source>Fetch the model's unquantized folder: the adapter finds it.</source>
        <translation>Téléchargez le dossier du modèle non quantifié : l’adaptateur le trouvera.</translation>
    </message>
    <message>
        <source>Fetch {base} with `askmap models get`, or put its folder beside the adapter's.</source>
        <translation>Téléchargez {base} avec `askmap models get`, ou placez son dossier à côté de celui de l’adaptateur.</translation>
    </message>
    <message>
        <source>Free some space or close other programs that use the file, then try again.</source>
        <translation>Libérez de l’espace ou fermez les autres programmes qui utilisent le fichier, puis réessayez.</translation>
    </message>
    <message>
        <source>Free some space there, and ask again.</source>
        <translation>Libérez de l’espace à cet endroit, puis posez à nouveau la question.</translation>
    </message>
    <message>
        <source>Give a project's file beside which one lies, its folder, or the history's own .gpkg.</source>
        <translation>Indiquez le fichier d'un projet à côté duquel il y en a un, son dossier, ou le .gpkg de l'historique lui-même.</translation>
    </message>
    <message>
        <source>Give each output a name of its own.</source>
        <translation>Donnez à chaque sortie un nom distinct.</translation>
    </message>
    <message>
        <source>Give the bounding box in the raster's own units, without a coordinate system.</source>
        <translation>Donnez le rectangle englobant dans les unités du raster, sans système de coordonnées.</translation>
    </message>
    <message>
        <source>Give the file of one project.</source>
        <translation>Indiquez le fichier d'un projet.</translation>
    </message>
    <message>
        <source>Give the smaller x and y first; to cross 180 degrees, go on counting, for example to 190.</source>
        <translation>Donnez d’abord les plus petits x et y ; au-delà de 180 degrés, continuez à compter, par exemple jusqu’à 190.</translation>
    </message>
    <message>
        <source>Go on working; what can still be read of the old history, sqlite3's «.recover» will find.</source>
        <translation>Continuez à travailler ; ce qui est encore lisible de l’ancien historique, « .recover » de sqlite3 le retrouvera.</translation>
    </message>
    <message>
        <source>Install AskMap's extra «meta», or choose a SAM2 folder with config.json and *.safetensors.</source>
        <translation>Installez l’extra « meta » d’AskMap, ou choisissez un dossier SAM2 avec config.json et *.safetensors.</translation>
    </message>
    <message>
        <source>Install a newer QGIS, or a newer Python.</source>
        <translation>Installez un QGIS plus récent, ou un Python plus récent.</translation>
    </message>
    <message>
        <source>Install the packages of the engine again.</source>
        <translation>Réinstallez les paquets du moteur.</translation>
    </message>
    <message>
        <source>Install the packages of the engine: in QGIS with AskMap's button, in a shell as README.md shows.</source>
        <translation>Installez les paquets du moteur : dans QGIS avec le bouton d'AskMap, dans un terminal comme le montre README.md.</translation>
    </message>
    <message>
        <source>Install them with the button in AskMap's dock; in a shell, as README.md shows.</source>
        <translation>Installez-les avec le bouton du panneau d'AskMap ; dans un terminal, comme le montre README.md.</translation>
    </message>
    <message>
        <source>It has: {names}.</source>
        <translation>Il a : {names}.</translation>
    </message>
    <message>
        <source>Load a model that sees pictures there first.</source>
        <translation>Chargez-y d'abord un modèle qui voit les images.</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Chargement des modèles</translation>
    </message>
    <message>
        <source>Make an amplitude raster of it first, for example with gdal_translate on a derived band.</source>
        <translation>Faites-en d’abord un raster d’amplitude, par exemple avec gdal_translate sur une bande dérivée.</translation>
    </message>
    <message>
        <source>Make one GeoTIFF of it first, with gdal_translate or gdalwarp.</source>
        <translation>Faites-en d’abord un seul GeoTIFF, avec gdal_translate ou gdalwarp.</translation>
    </message>
    <message>
        <source>Memory ran out, so the model saw the picture with fewer pixels: {width} × {height}.</source>
        <translation>La mémoire n’a pas suffi, le modèle a donc vu l’image avec moins de pixels : {width} × {height}.</translation>
    </message>
    <message>
        <source>Memory ran out: trying again with fewer pixels</source>
        <translation>Mémoire épuisée : nouvel essai avec moins de pixels</translation>
    </message>
    <message>
        <source>Mend or remove what is named, then give the same command again: what was finished is kept.</source>
        <translation>Corrigez ou retirez ce qui est nommé, puis redonnez la même commande : ce qui était terminé est conservé.</translation>
    </message>
    <message>
        <source>Merge it into its model first.</source>
        <translation>Fusionnez-le d’abord avec son modèle.</translation>
    </message>
    <message>
        <source>Merge it into its model with peft, and choose the merged folder.</source>
        <translation>Fusionnez-le avec son modèle à l’aide de peft, puis choisissez le dossier obtenu.</translation>
    </message>
    <message>
        <source>Merge it into the model, or remove adapter_config.json.</source>
        <translation>Fusionnez-le avec le modèle, ou supprimez adapter_config.json.</translation>
    </message>
    <message>
        <source>Move to where the layer has data, and ask again.</source>
        <translation>Allez là où la couche contient des données, et redemandez.</translation>
    </message>
    <message>
        <source>No box and no point of the model's answer can be read.</source>
        <translation>Aucun cadre ni point de la réponse du modèle n’est lisible.</translation>
    </message>
    <message>
        <source>No service can be used in the folder {folder}: {reason}.</source>
        <translation>Aucun service ne peut être utilisé dans le dossier {folder} : {reason}.</translation>
    </message>
    <message>
        <source>One part of the raster takes more than a minute to read.</source>
        <translation>La lecture d’une partie du raster prend plus d’une minute.</translation>
    </message>
    <message>
        <source>Only one of {path} and its raster has a coordinate system on the earth; the other has a local one or none.</source>
        <translation>Un seul des deux, {path} ou son raster, a un système de coordonnées terrestre ; l’autre en a un local ou aucun.</translation>
    </message>
    <message>
        <source>Open it with gdalinfo to see what is wrong, or choose another raster.</source>
        <translation>Ouvrez-le avec gdalinfo pour voir ce qui ne va pas, ou choisissez un autre raster.</translation>
    </message>
    <message>
        <source>Open it with ogrinfo to see what is wrong, or choose another file.</source>
        <translation>Ouvrez-le avec ogrinfo pour voir ce qui ne va pas, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Others can read the key in {path}.</source>
        <translation>D'autres peuvent lire la clé de {path}.</translation>
    </message>
    <message>
        <source>Reading the raster</source>
        <translation>Lecture du raster</translation>
    </message>
    <message>
        <source>Reading the raster: {percent} %</source>
        <translation>Lecture du raster : {percent} %</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Réflexion en cours</translation>
    </message>
    <message>
        <source>Rectify it first: gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif</source>
        <translation>Rectifiez-le d’abord : gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif</translation>
    </message>
    <message>
        <source>Reject it, or correct its outline.</source>
        <translation>Rejetez-la, ou corrigez son contour.</translation>
    </message>
    <message>
        <source>Remove it, or make it yours alone.</source>
        <translation>Supprimez-le, ou réservez-le à vous seul.</translation>
    </message>
    <message>
        <source>Remove that trigger, index or column, or rename the file to begin a new one.</source>
        <translation>Supprimez ce déclencheur, cet index ou cette colonne, ou renommez le fichier pour en commencer un nouveau.</translation>
    </message>
    <message>
        <source>Remove the model and fetch it again.</source>
        <translation>Supprimez le modèle et téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>Rename that file, and a new one begins.</source>
        <translation>Renommez ce fichier, et un nouveau commencera.</translation>
    </message>
    <message>
        <source>Restart QGIS, so that both are of the same version.</source>
        <translation>Redémarrez QGIS, afin que les deux soient de la même version.</translation>
    </message>
    <message>
        <source>Run chmod 600 {path} first.</source>
        <translation>Exécutez d'abord chmod 600 {path}.</translation>
    </message>
    <message>
        <source>SIGKILL, as where memory has run out</source>
        <translation>SIGKILL, comme lorsque la mémoire est épuisée</translation>
    </message>
    <message>
        <source>See askmap models list.</source>
        <translation>Voir askmap models list.</translation>
    </message>
    <message>
        <source>See there whether it is still busy, then ask again.</source>
        <translation>Voyez là-bas s'il est encore occupé, puis redemandez.</translation>
    </message>
    <message>
        <source>See what the server says in its own program; a model that sees pictures is needed.</source>
        <translation>Voyez ce que dit le serveur dans son propre programme ; il faut un modèle qui voit les images.</translation>
    </message>
    <message>
        <source>Some targets are neither accepted nor rejected: what is left open would be taught as wrong.</source>
        <translation>Certaines cibles ne sont ni acceptées ni rejetées : ce qui reste en attente serait enseigné comme faux.</translation>
    </message>
    <message>
        <source>Start it, or check its address.</source>
        <translation>Démarrez-le, ou vérifiez son adresse.</translation>
    </message>
    <message>
        <source>Start the server, or choose another reasoner.</source>
        <translation>Démarrez le serveur, ou choisissez un autre raisonneur.</translation>
    </message>
    <message>
        <source>Target {number} has no pixel in the view that was asked about.</source>
        <translation>La cible {number} n’a aucun pixel dans la vue interrogée.</translation>
    </message>
    <message>
        <source>Target {target} cannot be written in longitudes and latitudes of WGS 84.</source>
        <translation>La cible {target} ne peut pas être écrite en longitudes et latitudes WGS 84.</translation>
    </message>
    <message>
        <source>The adapter in {adapter} would change the weights of {folder}, which are quantized.</source>
        <translation>L’adaptateur dans {adapter} modifierait les poids de {folder}, qui sont quantifiés.</translation>
    </message>
    <message>
        <source>The adapter in {folder} belongs to the model {base}, which is not on this computer.</source>
        <translation>L’adaptateur dans {folder} appartient au modèle {base}, qui n’est pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The adapter in {folder} does not fit the model that it was found for: {module} is another.</source>
        <translation>L’adaptateur dans {folder} ne convient pas au modèle trouvé pour lui : {module} est différent.</translation>
    </message>
    <message>
        <source>The adapter in {folder} holds «{name}», which is no part of a plain LoRA.</source>
        <translation>L’adaptateur dans {folder} contient « {name} », qui ne fait pas partie d’un simple LoRA.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is no plain LoRA: it sets «{key}».</source>
        <translation>L’adaptateur dans {folder} n’est pas un simple LoRA : il définit « {key} ».</translation>
    </message>
    <message>
        <source>The adapter in {folder} is not as peft writes it.</source>
        <translation>L’adaptateur dans {folder} n’est pas tel que peft l’écrit.</translation>
    </message>
    <message>
        <source>The answer could not be kept elsewhere either.</source>
        <translation>La réponse n’a pas pu être conservée ailleurs non plus.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} has no place in the coordinate system of the raster.</source>
        <translation>Le rectangle englobant {bbox} n’a pas de place dans le système de coordonnées du raster.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} is not (xmin, ymin, xmax, ymax).</source>
        <translation>Le rectangle englobant {bbox} n’est pas (xmin, ymin, xmax, ymax).</translation>
    </message>
    <message>
        <source>The bounding box {bbox} lies on both sides of the longitude where the raster begins and ends.</source>
        <translation>Le rectangle englobant {bbox} se trouve des deux côtés de la longitude où le raster commence et finit.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} lies too far from the raster.</source>
        <translation>Le rectangle englobant {bbox} se trouve trop loin du raster.</translation>
    </message>
    <message>
        <source>The config.json in {folder} asks for pictures of {side} pixels.</source>
        <translation>Le config.json dans {folder} demande des images de {side} pixels.</translation>
    </message>
    <message>
        <source>The config.json in {folder} does not describe a SAM2.</source>
        <translation>Le config.json dans {folder} ne décrit pas un SAM2.</translation>
    </message>
    <message>
        <source>The config.json in {folder} does not describe its weights.</source>
        <translation>Le config.json dans {folder} ne décrit pas ses poids.</translation>
    </message>
    <message>
        <source>The config.json in {folder} has the value {value} for «{key}», which no model has.</source>
        <translation>Le config.json dans {folder} a pour « {key} » la valeur {value}, qu’aucun modèle n’a.</translation>
    </message>
    <message>
        <source>The config.json in {folder} is nested too deeply.</source>
        <translation>Le config.json dans {folder} est imbriqué trop profondément.</translation>
    </message>
    <message>
        <source>The config.json of «{name}» does not describe its weights.</source>
        <translation>Le config.json de « {name} » ne décrit pas ses poids.</translation>
    </message>
    <message>
        <source>The device {device} does not compute in {dtype}.</source>
        <translation>Le périphérique {device} ne calcule pas en {dtype}.</translation>
    </message>
    <message>
        <source>The engine did nothing for {minutes:.0f} minutes, and its process was ended.</source>
        <translation>Le moteur n’a rien fait pendant {minutes:.0f} minutes et son processus a été arrêté.</translation>
    </message>
    <message>
        <source>The engine needs Python {wanted} or newer, and this is {found}.</source>
        <translation>Le moteur a besoin de Python {wanted} ou plus récent, et celui-ci est {found}.</translation>
    </message>
    <message>
        <source>The engine's packages are not all here: {names}.</source>
        <translation>Il manque des paquets du moteur : {names}.</translation>
    </message>
    <message>
        <source>The engine's process cannot be started: {reason}.</source>
        <translation>Le processus du moteur ne peut pas être démarré : {reason}.</translation>
    </message>
    <message>
        <source>The engine's process did not get the memory that it needs.</source>
        <translation>Le processus du moteur n’a pas obtenu la mémoire dont il a besoin.</translation>
    </message>
    <message>
        <source>The engine's process ended before it had answered: {reason}.</source>
        <translation>Le processus du moteur s’est arrêté avant d’avoir répondu : {reason}.</translation>
    </message>
    <message>
        <source>The engine's process gave no sign of life for {seconds:.0f} seconds, and was ended.</source>
        <translation>Le processus du moteur n’a donné aucun signe de vie pendant {seconds:.0f} secondes et a été arrêté.</translation>
    </message>
    <message>
        <source>The engine's process is of AskMap {theirs}, and this is AskMap {ours}.</source>
        <translation>Le processus du moteur est celui d’AskMap {theirs}, alors que ceci est AskMap {ours}.</translation>
    </message>
    <message>
        <source>The engine's process wrote what AskMap cannot read, and was ended.</source>
        <translation>Le processus du moteur a écrit ce qu’AskMap ne peut pas lire et a été arrêté.</translation>
    </message>
    <message>
        <source>The entry {id} in {path} cannot be read.</source>
        <translation>L’entrée {id} dans {path} ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The file {file} has the value {value} for «{name}», which no model has.</source>
        <translation>Le fichier {file} a pour « {name} » la valeur {value}, qu’aucun modèle n’a.</translation>
    </message>
    <message>
        <source>The file {file} names no valid tokens as «eos_token_id».</source>
        <translation>Le fichier {file} ne nomme aucun jeton valide comme « eos_token_id ».</translation>
    </message>
    <message>
        <source>The file {folder} names no files of weights.</source>
        <translation>Le fichier {folder} ne nomme aucun fichier de poids.</translation>
    </message>
    <message>
        <source>The file {path} adds tokens that are not valid.</source>
        <translation>Le fichier {path} ajoute des jetons non valides.</translation>
    </message>
    <message>
        <source>The file {path} asks for the {name} «{kind}», which AskMap does not support.</source>
        <translation>Le fichier {path} demande comme {name} « {kind} », qu’AskMap ne prend pas en charge.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}.</source>
        <translation>Le fichier {path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>The file {path} holds no JSON object.</source>
        <translation>Le fichier {path} ne contient pas d’objet JSON.</translation>
    </message>
    <message>
        <source>The file {path} holds no tokenizer.</source>
        <translation>Le fichier {path} ne contient pas de tokeniseur.</translation>
    </message>
    <message>
        <source>The file {path} is not JSON.</source>
        <translation>Le fichier {path} n’est pas du JSON.</translation>
    </message>
    <message>
        <source>The file {path} is not UTF-8.</source>
        <translation>Le fichier {path} n’est pas en UTF-8.</translation>
    </message>
    <message>
        <source>The file {path} is not a BPE tokenizer, the only kind that AskMap reads.</source>
        <translation>Le fichier {path} n’est pas un tokeniseur BPE, le seul type que lit AskMap.</translation>
    </message>
    <message>
        <source>The file {path} is not as AskMap writes it.</source>
        <translation>Le fichier {path} n’est pas tel qu’AskMap l’écrit.</translation>
    </message>
    <message>
        <source>The file {path} is too large for a file of its kind.</source>
        <translation>Le fichier {path} est trop grand pour un fichier de ce type.</translation>
    </message>
    <message>
        <source>The file {path} names no coordinates that AskMap knows.</source>
        <translation>Le fichier {path} ne nomme pas de coordonnées connues d’AskMap.</translation>
    </message>
    <message>
        <source>The file {path} names tokens that no model has.</source>
        <translation>Le fichier {path} nomme des jetons qu’aucun modèle n’a.</translation>
    </message>
    <message>
        <source>The file {path} splits text by a pattern that could take for ever.</source>
        <translation>Le fichier {path} découpe le texte selon un motif qui pourrait ne jamais finir.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>Le dossier {folder} ne peut pas être créé : {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} holds {count} histories.</source>
        <translation>Le dossier {folder} contient {count} historiques.</translation>
    </message>
    <message>
        <source>The folder {folder} is not yours alone, so no service is used there.</source>
        <translation>Le dossier {folder} n’est pas à vous seul ; aucun service n’y est donc utilisé.</translation>
    </message>
    <message>
        <source>The history refuses what is written into it: {error}.</source>
        <translation>L’historique refuse ce qui y est écrit : {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be copied: {error}.</source>
        <translation>L’historique {path} ne peut pas être copié : {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be used now: {error}.</source>
        <translation>L’historique {path} ne peut pas être utilisé pour l’instant : {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be used: {reason}.</source>
        <translation>L’historique {path} ne peut pas être utilisé : {reason}.</translation>
    </message>
    <message>
        <source>The history {path} holds «{name}», which would change what AskMap writes.</source>
        <translation>L’historique {path} contient « {name} », qui modifierait ce qu’écrit AskMap.</translation>
    </message>
    <message>
        <source>The history {path} is damaged and cannot be renamed.</source>
        <translation>L’historique {path} est endommagé et ne peut pas être renommé.</translation>
    </message>
    <message>
        <source>The history {path} is damaged: it now lies in {aside}, and a new one begins.</source>
        <translation>L’historique {path} est endommagé : il se trouve maintenant dans {aside}, et un nouveau commence.</translation>
    </message>
    <message>
        <source>The history {path} was written by a newer AskMap.</source>
        <translation>L’historique {path} a été écrit par un AskMap plus récent.</translation>
    </message>
    <message>
        <source>The hub at {server} does not say how large {file} is.</source>
        <translation>Le hub {server} ne dit pas quelle taille fait {file}.</translation>
    </message>
    <message>
        <source>The hub at {server} has no {name}, or not this revision of it.</source>
        <translation>Le hub {server} n'a pas {name}, ou pas dans cette révision.</translation>
    </message>
    <message>
        <source>The hub at {server} is busy (status {status}).</source>
        <translation>Le hub {server} est occupé (statut {status}).</translation>
    </message>
    <message>
        <source>The hub at {server} leads from address to address without an end.</source>
        <translation>Le hub {server} mène d'adresse en adresse sans fin.</translation>
    </message>
    <message>
        <source>The hub at {server} leads to an address that is not safe: {url}.</source>
        <translation>Le hub {server} mène à une adresse qui n'est pas sûre : {url}.</translation>
    </message>
    <message>
        <source>The hub at {server} refuses (status {status}).</source>
        <translation>Le hub {server} refuse (statut {status}).</translation>
    </message>
    <message>
        <source>The hub gives {name} only to those who may have it (status {status}).</source>
        <translation>Le hub ne donne {name} qu'à ceux qui y ont droit (statut {status}).</translation>
    </message>
    <message>
        <source>The index of {folder} looks for {tensor} in {name}, which lacks it.</source>
        <translation>L’index de {folder} cherche {tensor} dans {name}, où il manque.</translation>
    </message>
    <message>
        <source>The index of {folder} names {name}, which is not there.</source>
        <translation>L’index de {folder} nomme {name}, qui n’est pas là.</translation>
    </message>
    <message>
        <source>The key in {path} cannot be read: {reason}.</source>
        <translation>La clé de {path} ne peut pas être lue : {reason}.</translation>
    </message>
    <message>
        <source>The map is turned by {degrees:.0f} degrees, so north is not up in this view.</source>
        <translation>La carte est tournée de {degrees:.0f} degrés, le nord n’est donc pas en haut dans cette vue.</translation>
    </message>
    <message>
        <source>The model does not know what this question asks for, which does not say that nothing answers.</source>
        <translation>Le modèle ne sait pas ce que demande cette question, ce qui ne veut pas dire qu’il n’y a rien.</translation>
    </message>
    <message>
        <source>The model in {folder}</source>
        <translation>Le modèle dans {folder}</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized in a way that the device «{device}» cannot compute.</source>
        <translation>Le modèle dans {folder} est quantifié d’une façon que le périphérique « {device} » ne sait pas calculer.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized with {method}, which AskMap does not load.</source>
        <translation>Le modèle dans {folder} est quantifié avec {method}, qu’AskMap ne charge pas.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized, and the package {name} is not installed.</source>
        <translation>Le modèle dans {folder} est quantifié et le paquet {name} n’est pas installé.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized.</source>
        <translation>Le modèle dans {folder} est quantifié.</translation>
    </message>
    <message>
        <source>The model in {folder} wants to run code of its own, which AskMap never does.</source>
        <translation>Le modèle dans {folder} veut exécuter son propre code, ce qu’AskMap ne fait jamais.</translation>
    </message>
    <message>
        <source>The model «{model}» did not find the red rectangle of a test picture: it does not see or point.</source>
        <translation>Le modèle « {model} » n'a pas trouvé le rectangle rouge d'une image d'essai : il ne voit pas ou ne désigne pas.</translation>
    </message>
    <message>
        <source>The model «{name}» reads each question alone; it was not told of the questions and answers before this one.</source>
        <translation>Le modèle « {name} » lit chaque question isolément ; les questions et réponses précédentes ne lui ont pas été communiquées.</translation>
    </message>
    <message>
        <source>The model's answer holds no boxes and no points.</source>
        <translation>La réponse du modèle ne contient ni cadres ni points.</translation>
    </message>
    <message>
        <source>The model's answer is too deeply nested to be read.</source>
        <translation>La réponse du modèle est trop profondément imbriquée pour être lue.</translation>
    </message>
    <message>
        <source>The model's folder lacks {name}: {parent}.</source>
        <translation>Il manque {name} dans le dossier du modèle : {parent}.</translation>
    </message>
    <message>
        <source>The model's prompt.txt has no place for the question.</source>
        <translation>Le prompt.txt du modèle n’a pas de place pour la question.</translation>
    </message>
    <message>
        <source>The model's tokenizer.json does not know {name}.</source>
        <translation>Le tokenizer.json du modèle ne connaît pas {name}.</translation>
    </message>
    <message>
        <source>The models need about {needed:,.1f} GB of memory, and this computer has {memory:,.1f} GB.</source>
        <translation>Les modèles ont besoin d'environ {needed:,.1f} Go de mémoire, et cet ordinateur en a {memory:,.1f} Go.</translation>
    </message>
    <message>
        <source>The packages of the engine are being removed or replaced by another QGIS.</source>
        <translation>Un autre QGIS est en train de supprimer ou de remplacer les paquets du moteur.</translation>
    </message>
    <message>
        <source>The packages of the engine cannot be used: {error}.</source>
        <translation>Les paquets du moteur ne sont pas utilisables : {error}.</translation>
    </message>
    <message>
        <source>The pixels cannot be written to {folder}: {reason}.</source>
        <translation>Les pixels ne peuvent pas être écrits dans {folder} : {reason}.</translation>
    </message>
    <message>
        <source>The proxy wants another name or password.</source>
        <translation>Le proxy demande un autre nom ou un autre mot de passe.</translation>
    </message>
    <message>
        <source>The question and the picture are {tokens:,} tokens, and the model reads {limit:,}.</source>
        <translation>La question et l’image font {tokens:,} jetons, et le modèle en lit {limit:,}.</translation>
    </message>
    <message>
        <source>The question has {count:,} characters, and {limit:,} are the limit.</source>
        <translation>La question compte {count:,} caractères, et la limite est de {limit:,}.</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>La question est vide.</translation>
    </message>
    <message>
        <source>The raster has no coordinate system, so a bounding box in {bbox_crs} cannot be found in it.</source>
        <translation>Le raster n’a pas de système de coordonnées, un rectangle englobant en {bbox_crs} ne peut donc pas y être trouvé.</translation>
    </message>
    <message>
        <source>The raster has no coordinate system, so its place on earth is unknown.</source>
        <translation>Le raster n’a pas de système de coordonnées, sa position sur Terre est donc inconnue.</translation>
    </message>
    <message>
        <source>The raster has no overviews, so all {millions:,.0f} million pixels of the view were read. Build overviews (in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo), and the next time takes only a moment.</source>
        <translation>Le raster n’a pas de pyramides, les {millions:,.0f} millions de pixels de la vue ont donc tous été lus. Créez des pyramides (dans QGIS dans les propriétés de la couche, « Pyramides », dans un terminal avec gdaladdo), et la prochaine fois ne prendra qu’un instant.</translation>
    </message>
    <message>
        <source>The raster's overviews were averaged with pixels that hold no data, which may hide others. Declare the nodata value with gdal_edit.py -a_nodata, and build the overviews anew with gdaladdo.</source>
        <translation>Les pyramides du raster ont été moyennées avec des pixels sans données, qui peuvent en cacher d’autres. Déclarez la valeur nodata avec gdal_edit.py -a_nodata, et recréez les pyramides avec gdaladdo.</translation>
    </message>
    <message>
        <source>The reasoner</source>
        <translation>Le modèle de raisonnement</translation>
    </message>
    <message>
        <source>The reasoner «{name}» is damaged: it computes values that are not numbers.</source>
        <translation>Le modèle de raisonnement « {name} » est endommagé : il calcule des valeurs qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <source>The reasoner, which points, runs on the server {server}; the segmenter, which draws the masks, runs on this computer.</source>
        <translation>Le raisonneur, qui désigne, tourne sur le serveur {server} ; le segmenteur, qui dessine les masques, sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The segmenter</source>
        <translation>Le modèle de segmentation</translation>
    </message>
    <message>
        <source>The segmenter «{name}» is damaged: it computes values that are not numbers.</source>
        <translation>Le modèle de segmentation « {name} » est endommagé : il calcule des valeurs qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <source>The server at {server} cannot be reached: {reason}.</source>
        <translation>Le serveur {server} est injoignable : {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} could not answer: {reason}.</source>
        <translation>Le serveur {server} n'a pas pu répondre : {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} could not prove that it is who it says: {reason}.</source>
        <translation>Le serveur {server} n'a pas pu prouver qu'il est celui qu'il prétend être : {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} ended the connection in the middle of its answer.</source>
        <translation>Le serveur {server} a mis fin à la connexion au milieu de sa réponse.</translation>
    </message>
    <message>
        <source>The server at {server} has no model «{model}».</source>
        <translation>Le serveur {server} n'a pas de modèle « {model} ».</translation>
    </message>
    <message>
        <source>The server at {server} has no «{model}», or its address is another one (status {status}).</source>
        <translation>Le serveur {server} n'a pas « {model} », ou son adresse est une autre (état {status}).</translation>
    </message>
    <message>
        <source>The server at {server} is busy (status {status}).</source>
        <translation>Le serveur {server} est occupé (état {status}).</translation>
    </message>
    <message>
        <source>The server at {server} said nothing for a long time.</source>
        <translation>Le serveur {server} n'a rien dit pendant longtemps.</translation>
    </message>
    <message>
        <source>The server at {server} wants a key, or another one (status {status}).</source>
        <translation>Le serveur {server} veut une clé, ou une autre (état {status}).</translation>
    </message>
    <message>
        <source>The server is busy: waiting for it</source>
        <translation>Le serveur est occupé : en attente</translation>
    </message>
    <message>
        <source>The service cannot be reached: {reason}.</source>
        <translation>Le service est injoignable : {reason}.</translation>
    </message>
    <message>
        <source>The service did not start; {log} says why.</source>
        <translation>Le service n’a pas démarré ; {log} dit pourquoi.</translation>
    </message>
    <message>
        <source>The service that runs is of AskMap {theirs}, and this is AskMap {ours}.</source>
        <translation>Le service en cours est celui d’AskMap {theirs}, alors que ceci est AskMap {ours}.</translation>
    </message>
    <message>
        <source>The tokenizer.json in {folder} does not fit the model's config.json.</source>
        <translation>Le tokenizer.json dans {folder} ne correspond pas au config.json du modèle.</translation>
    </message>
    <message>
        <source>The view has {width:,} x {height:,} pixels and no overviews.</source>
        <translation>La vue a {width:,} x {height:,} pixels et pas de pyramides.</translation>
    </message>
    <message>
        <source>The view holds no pixels with data.</source>
        <translation>La vue ne contient aucun pixel avec des données.</translation>
    </message>
    <message>
        <source>The view lies outside of the raster's {width:,} x {height:,} pixels.</source>
        <translation>La vue se trouve en dehors des {width:,} x {height:,} pixels du raster.</translation>
    </message>
    <message>
        <source>The view was read reduced: each of its pixels stands for {count:,.1f} of the raster's.</source>
        <translation>La vue a été lue réduite : chacun de ses pixels en représente {count:,.1f} du raster.</translation>
    </message>
    <message>
        <source>The weights in {folder} cannot be read.</source>
        <translation>Les poids dans {folder} ne peuvent pas être lus.</translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json.</source>
        <translation>Les poids dans {folder} ne correspondent pas à son config.json.</translation>
    </message>
    <message>
        <source>The weights in {path} are damaged: {name} holds values that are not numbers.</source>
        <translation>Les poids dans {path} sont endommagés : {name} contient des valeurs qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <source>There is a folder {folder} already, which AskMap has not fetched.</source>
        <translation>Il existe déjà un dossier {folder} qu'AskMap n'a pas téléchargé.</translation>
    </message>
    <message>
        <source>There is no device «{name}».</source>
        <translation>Il n’y a pas de périphérique « {name} ».</translation>
    </message>
    <message>
        <source>There is no entry {id} in {path} any more.</source>
        <translation>L’entrée {id} n’est plus dans {path}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Il n’y a pas de fichier {file}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Le fichier {path} n'existe pas.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Il n’y a pas de dossier {folder}.</translation>
    </message>
    <message>
        <source>There is no history of AskMap at {place}.</source>
        <translation>Il n'y a pas d'historique d'AskMap à {place}.</translation>
    </message>
    <message>
        <source>There is no key in {path}.</source>
        <translation>Il n'y a pas de clé dans {path}.</translation>
    </message>
    <message>
        <source>There is no raster {path}.</source>
        <translation>Il n’y a pas de raster {path}.</translation>
    </message>
    <message>
        <source>There is no transformation from the coordinate system of {path}, «{crs}», to that of its raster.</source>
        <translation>Aucune transformation ne mène du système de coordonnées de {path}, « {crs} », à celui de son raster.</translation>
    </message>
    <message>
        <source>There is no transformation from «{bbox_crs}» to «{crs}», the raster's coordinate system.</source>
        <translation>Aucune transformation ne mène de « {bbox_crs} » à « {crs} », le système de coordonnées du raster.</translation>
    </message>
    <message>
        <source>There is no {name} here.</source>
        <translation>Il n’y a pas de {name} ici.</translation>
    </message>
    <message>
        <source>This computer has no device «{name}» that torch can use.</source>
        <translation>Cet ordinateur n’a pas de périphérique « {name} » que torch puisse utiliser.</translation>
    </message>
    <message>
        <source>This is no preset of AskMap, or not all of one.</source>
        <translation>Ce n'est pas un modèle de question d'AskMap, ou il n'est pas entier.</translation>
    </message>
    <message>
        <source>This preset cannot be read: {reason}.</source>
        <translation>Ce modèle de question est illisible : {reason}.</translation>
    </message>
    <message>
        <source>This preset cannot be used here: {reason}.</source>
        <translation>Ce modèle de question ne peut pas être utilisé ici : {reason}.</translation>
    </message>
    <message>
        <source>This preset does not hold what presets hold.</source>
        <translation>Ce modèle de question ne contient pas ce qu'il devrait.</translation>
    </message>
    <message>
        <source>This preset is longer than any preset is.</source>
        <translation>Ce modèle de question est trop long.</translation>
    </message>
    <message>
        <source>This preset was changed or cut off on its way.</source>
        <translation>Ce modèle de question a été modifié ou coupé en route.</translation>
    </message>
    <message>
        <source>This preset was made by a newer AskMap.</source>
        <translation>Ce modèle de question vient d'un AskMap plus récent.</translation>
    </message>
    <message>
        <source>This question follows up another one, and a sample has to be understood alone.</source>
        <translation>Cette question fait suite à une autre, et un échantillon doit se comprendre seul.</translation>
    </message>
    <message>
        <source>This question has no answer.</source>
        <translation>Cette question n’a pas de réponse.</translation>
    </message>
    <message>
        <source>This system has no service of AskMap.</source>
        <translation>Ce système n’a pas de service d’AskMap.</translation>
    </message>
    <message>
        <source>Try again, or choose another hub.</source>
        <translation>Réessayez, ou choisissez un autre hub.</translation>
    </message>
    <message>
        <source>Try again: what has come is kept.</source>
        <translation>Réessayez : ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>Update AskMap, or ask for the question's own words.</source>
        <translation>Mettez AskMap à jour, ou demandez le texte de la question.</translation>
    </message>
    <message>
        <source>Update AskMap, or rename that file to begin a new one.</source>
        <translation>Mettez AskMap à jour, ou renommez ce fichier pour en commencer un nouveau.</translation>
    </message>
    <message>
        <source>Use it as it is, or fetch the model into another folder.</source>
        <translation>Utilisez-le tel quel, ou téléchargez le modèle dans un autre dossier.</translation>
    </message>
    <message>
        <source>Wait a little, then ask again.</source>
        <translation>Attendez un peu, puis redemandez.</translation>
    </message>
    <message>
        <source>Wait a little, then try again: what has come is kept.</source>
        <translation>Attendez un peu, puis réessayez : ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>Attendez que ce soit terminé.</translation>
    </message>
    <message>
        <source>Waiting for another question</source>
        <translation>En attente d’une autre question</translation>
    </message>
    <message>
        <source>What answers at {server} does not speak OpenAI's protocol.</source>
        <translation>Ce qui répond à {server} ne parle pas le protocole d'OpenAI.</translation>
    </message>
    <message>
        <source>What answers at {server} is no hub of models.</source>
        <translation>Ce qui répond sur {server} n'est pas un hub de modèles.</translation>
    </message>
    <message>
        <source>What lies elsewhere is removed where it lies.</source>
        <translation>Ce qui se trouve ailleurs se supprime là où il se trouve.</translation>
    </message>
    <message>
        <source>What was decided there is shown now; decide again where you see it otherwise.</source>
        <translation>Ce qui y a été décidé est affiché maintenant ; décidez à nouveau là où vous le voyez autrement.</translation>
    </message>
    <message>
        <source>Which model of {server} is meant?</source>
        <translation>De quel modèle de {server} s'agit-il ?</translation>
    </message>
    <message>
        <source>While drawing: {problem}</source>
        <translation>Pendant le rendu : {problem}</translation>
    </message>
    <message>
        <source>With each question the pixels of the view and your words are sent to {server}, nothing else.</source>
        <translation>Avec chaque question, les pixels de la vue et vos mots sont envoyés à {server}, rien d'autre.</translation>
    </message>
    <message>
        <source>Write GeoJSON (.geojson) instead.</source>
        <translation>Écrivez plutôt du GeoJSON (.geojson).</translation>
    </message>
    <message>
        <source>Write a GeoPackage (.gpkg) instead.</source>
        <translation>Écrivez plutôt un GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <source>Write it anew without «crs», in longitudes and latitudes of WGS 84.</source>
        <translation>Réécrivez-le sans « crs », en longitudes et latitudes de WGS 84.</translation>
    </message>
    <message>
        <source>Write it as http://127.0.0.1:1234/v1#name-of-the-model.</source>
        <translation>Écrivez-la ainsi : http://127.0.0.1:1234/v1#nom-du-modele.</translation>
    </message>
    <message>
        <source>Write it as its owner does: owner/name.</source>
        <translation>Écrivez-le comme son propriétaire : propriétaire/nom.</translation>
    </message>
    <message>
        <source>Write it as the path from that folder to the file, such as tiles/a.png.</source>
        <translation>Écrivez le chemin de ce dossier au fichier, par exemple tiles/a.png.</translation>
    </message>
    <message>
        <source>Write it like EPSG:4326, or as WKT.</source>
        <translation>Écrivez-le comme EPSG:4326, ou en WKT.</translation>
    </message>
    <message>
        <source>Write it to a file first.</source>
        <translation>Écrivez-le d’abord dans un fichier.</translation>
    </message>
    <message>
        <source>Write its output to a file first.</source>
        <translation>Écrivez d’abord sa sortie dans un fichier.</translation>
    </message>
    <message>
        <source>Write the key into its first line, in plain letters.</source>
        <translation>Écrivez la clé sur sa première ligne, en lettres simples.</translation>
    </message>
    <message>
        <source>Write {question} where the question goes.</source>
        <translation>Écrivez {question} là où va la question.</translation>
    </message>
    <message>
        <source>a key or a password does not belong into it</source>
        <translation>une clé ou un mot de passe n'y ont pas leur place</translation>
    </message>
    <message>
        <source>geolocation arrays</source>
        <translation>des tableaux de géolocalisation</translation>
    </message>
    <message>
        <source>ground control points</source>
        <translation>des points de contrôle</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>elle ne peut pas être lue</translation>
    </message>
    <message>
        <source>it does not come to an end</source>
        <translation>il n'en finit pas</translation>
    </message>
    <message>
        <source>it names no computer</source>
        <translation>elle ne nomme aucun ordinateur</translation>
    </message>
    <message>
        <source>nothing may stand behind a question mark</source>
        <translation>rien ne peut suivre un point d'interrogation</translation>
    </message>
    <message>
        <source>rational polynomial coefficients</source>
        <translation>des coefficients polynomiaux rationnels</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>état {status}</translation>
    </message>
    <message>
        <source>{device}: 1 thread</source>
        <translation>{device} : 1 fil d’exécution</translation>
    </message>
    <message>
        <source>{device}: 1 thread, {gb:.1f} GB</source>
        <translation>{device} : 1 fil d’exécution, {gb:.1f} Go</translation>
    </message>
    <message>
        <source>{device}: {gb:.1f} GB</source>
        <translation>{device} : {gb:.1f} Go</translation>
    </message>
    <message>
        <source>{device}: {name}, {gb:.1f} GB</source>
        <translation>{device} : {name}, {gb:.1f} Go</translation>
    </message>
    <message>
        <source>{device}: {threads} threads</source>
        <translation>{device} : {threads} fils d’exécution</translation>
    </message>
    <message>
        <source>{device}: {threads} threads, {gb:.1f} GB</source>
        <translation>{device} : {threads} fils d’exécution, {gb:.1f} Go</translation>
    </message>
    <message>
        <source>{driver} is always in WGS 84, but the raster has no coordinate system.</source>
        <translation>{driver} est toujours en WGS 84, mais le raster n’a pas de système de coordonnées.</translation>
    </message>
    <message>
        <source>{driver} would be written in WGS 84, and there is no transformation to it from «{crs}».</source>
        <translation>{driver} serait écrit en WGS 84, et aucune transformation n’y mène depuis « {crs} ».</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>{file} does not hold the weights of a SAM2.</source>
        <translation>{file} ne contient pas les poids d’un SAM2.</translation>
    </message>
    <message>
        <source>{file} ends too early each time.</source>
        <translation>{file} se termine trop tôt à chaque fois.</translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation>{file} ne contient pas de poids.</translation>
    </message>
    <message>
        <source>{file} is cut off or damaged: it holds {held:,} bytes of weights, not {end:,}.</source>
        <translation>{file} est tronqué ou endommagé : il contient {held:,} octets de poids, et non {end:,}.</translation>
    </message>
    <message>
        <source>{file} is cut off or no safetensors file.</source>
        <translation>{file} est tronqué ou n’est pas un fichier safetensors.</translation>
    </message>
    <message>
        <source>{file} is damaged: some of its weights overlap.</source>
        <translation>{file} est endommagé : certains de ses poids se recouvrent.</translation>
    </message>
    <message>
        <source>{file} is no SAM2 of a size that AskMap knows.</source>
        <translation>{file} n’est pas un SAM2 d’une taille connue d’AskMap.</translation>
    </message>
    <message>
        <source>{file} is no safetensors file.</source>
        <translation>{file} n’est pas un fichier safetensors.</translation>
    </message>
    <message>
        <source>{file} is not what the hub says it is: it was changed on its way.</source>
        <translation>{file} n'est pas ce que dit le hub : le fichier a été modifié en chemin.</translation>
    </message>
    <message>
        <source>{file} lacks some of SAM2's weights.</source>
        <translation>Il manque à {file} certains poids de SAM2.</translation>
    </message>
    <message>
        <source>{folder} does not hold a reasoner of a family that AskMap knows.</source>
        <translation>{folder} ne contient pas de modèle de raisonnement d’une famille connue d’AskMap.</translation>
    </message>
    <message>
        <source>{folder} holds a model of the type «{kind}», not {names}.</source>
        <translation>{folder} contient un modèle du type « {kind} », et non {names}.</translation>
    </message>
    <message>
        <source>{folder} holds an adapter beside its model.</source>
        <translation>{folder} contient un adaptateur à côté de son modèle.</translation>
    </message>
    <message>
        <source>{folder} holds an adapter only.</source>
        <translation>{folder} ne contient qu’un adaptateur.</translation>
    </message>
    <message>
        <source>{folder} holds its weights as pickles, which could run any code.</source>
        <translation>{folder} contient ses poids sous forme de pickle, qui pourrait exécuter n’importe quel code.</translation>
    </message>
    <message>
        <source>{folder} holds no {name}.</source>
        <translation>{folder} ne contient pas de {name}.</translation>
    </message>
    <message>
        <source>{folder} is there already and belongs to something else.</source>
        <translation>{folder} existe déjà et appartient à autre chose.</translation>
    </message>
    <message>
        <source>{form} has no room for the coordinate system «{crs}».</source>
        <translation>{form} n’a pas de place pour le système de coordonnées « {crs} ».</translation>
    </message>
    <message>
        <source>{mask} cannot be removed: {reason}.</source>
        <translation>{mask} ne peut pas être supprimé : {reason}.</translation>
    </message>
    <message>
        <source>{name} holds no model that AskMap loads: config.json and model.safetensors are missing.</source>
        <translation>{name} ne contient aucun modèle qu'AskMap charge : config.json et model.safetensors manquent.</translation>
    </message>
    <message>
        <source>{name} in {folder} is not what was fetched: it has changed since.</source>
        <translation>{name} dans {folder} n'est pas ce qui a été téléchargé : le fichier a changé depuis.</translation>
    </message>
    <message>
        <source>{name} is being fetched by another program.</source>
        <translation>{name} est en cours de téléchargement par un autre programme.</translation>
    </message>
    <message>
        <source>{name} is not a file name.</source>
        <translation>{name} n’est pas un nom de fichier.</translation>
    </message>
    <message>
        <source>{name} needs {needed:,.1f} GB on the disk, and {free:,.1f} GB are free in {folder}.</source>
        <translation>{name} a besoin de {needed:,.1f} Go sur le disque, et {free:,.1f} Go sont libres dans {folder}.</translation>
    </message>
    <message>
        <source>{number:.12g} in {percent:.0f} % of the pixels looks like a fill value that the file does not declare. If it is one, declare it: {command} and the file's name.</source>
        <translation>{number:.12g} dans {percent:.0f} % des pixels ressemble à une valeur de remplissage que le fichier ne déclare pas. Si c’en est une, déclarez-la : {command} et le nom du fichier.</translation>
    </message>
    <message>
        <source>{path} and its raster use different units.</source>
        <translation>{path} et son raster comptent dans des unités différentes.</translation>
    </message>
    <message>
        <source>{path} and {other} would be the same file.</source>
        <translation>{path} et {other} seraient le même fichier.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>{path} cannot be written whole.</source>
        <translation>{path} ne peut pas être écrit en entier.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>{path} cannot be written: there is no folder {parent}.</source>
        <translation>{path} ne peut pas être écrit : il n’y a pas de dossier {parent}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: what is there already is no GeoPackage that can be read.</source>
        <translation>{path} ne peut pas être écrit : ce qui s’y trouve déjà n’est pas un GeoPackage lisible.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <source>{path} does not answer, or is no raster.</source>
        <translation>{path} ne répond pas, ou n’est pas un raster.</translation>
    </message>
    <message>
        <source>{path} has a geotransform that cannot be inverted.</source>
        <translation>{path} a une géotransformation qui ne peut pas être inversée.</translation>
    </message>
    <message>
        <source>{path} has a geotransform that puts neighbouring pixels in the same place.</source>
        <translation>{path} a une géotransformation dans laquelle des pixels voisins sont au même endroit.</translation>
    </message>
    <message>
        <source>{path} has a geotransform with pixels too large to be measured.</source>
        <translation>{path} a une géotransformation dont les pixels sont trop grands pour être mesurés.</translation>
    </message>
    <message>
        <source>{path} has no layer «{name}», only {names}.</source>
        <translation>{path} n’a pas de couche « {name} », seulement {names}.</translation>
    </message>
    <message>
        <source>{path} has no sample «{name}» any more.</source>
        <translation>{path} n’a plus l’échantillon « {name} ».</translation>
    </message>
    <message>
        <source>{path} holds a layer «{layer}» that is not AskMap's.</source>
        <translation>{path} contient une couche « {layer} » qui n’est pas d’AskMap.</translation>
    </message>
    <message>
        <source>{path} holds complex numbers, which are no picture.</source>
        <translation>{path} contient des nombres complexes, qui ne forment pas une image.</translation>
    </message>
    <message>
        <source>{path} holds no data in this view.</source>
        <translation>{path} ne contient pas de données dans cette vue.</translation>
    </message>
    <message>
        <source>{path} holds something else than samples of AskMap.</source>
        <translation>{path} contient autre chose que des exemples d’AskMap.</translation>
    </message>
    <message>
        <source>{path} holds {count} rasters and is none itself.</source>
        <translation>{path} contient {count} rasters et n’en est pas un lui-même.</translation>
    </message>
    <message>
        <source>{path} is a database; to write there would destroy it.</source>
        <translation>{path} est une base de données ; y écrire la détruirait.</translation>
    </message>
    <message>
        <source>{path} is a device, not a raster.</source>
        <translation>{path} est un périphérique, pas un raster.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a raster.</source>
        <translation>{path} est un dossier, pas un raster.</translation>
    </message>
    <message>
        <source>{path} is a pipe, not a raster.</source>
        <translation>{path} est un tube, pas un raster.</translation>
    </message>
    <message>
        <source>{path} is a socket, not a raster.</source>
        <translation>{path} est un socket, pas un raster.</translation>
    </message>
    <message>
        <source>{path} is an empty file.</source>
        <translation>{path} est un fichier vide.</translation>
    </message>
    <message>
        <source>{path} is damaged: GDAL cannot read its pixels.</source>
        <translation>{path} est endommagé : GDAL ne peut pas lire ses pixels.</translation>
    </message>
    <message>
        <source>{path} is no vector file that can be read, or is damaged.</source>
        <translation>{path} n’est pas un fichier vecteur lisible, ou est endommagé.</translation>
    </message>
    <message>
        <source>{path} is not a history of AskMap.</source>
        <translation>{path} n’est pas un historique d’AskMap.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read.</source>
        <translation>{path} n’est pas un raster que GDAL sait lire.</translation>
    </message>
    <message>
        <source>{path} is open in another program.</source>
        <translation>{path} est ouvert dans un autre programme.</translation>
    </message>
    <message>
        <source>{path} is placed by {way}, so its pixels lie on no regular grid.</source>
        <translation>{path} est positionné par {way}, ses pixels ne forment donc pas une grille régulière.</translation>
    </message>
    <message>
        <source>{path} is protected against writing.</source>
        <translation>{path} est protégé en écriture.</translation>
    </message>
    <message>
        <source>{path} is there already and is no file.</source>
        <translation>{path} existe déjà et n’est pas un fichier.</translation>
    </message>
    <message>
        <source>{path} lies in {folder}, which is the raster itself.</source>
        <translation>{path} se trouve dans {folder}, qui est le raster lui-même.</translation>
    </message>
    <message>
        <source>{path} lies in {model}, which is a model.</source>
        <translation>{path} se trouve dans {model}, qui est un modèle.</translation>
    </message>
    <message>
        <source>{path} names its coordinate system by an address, which AskMap does not fetch.</source>
        <translation>{path} désigne son système de coordonnées par une adresse, qu’AskMap ne consulte pas.</translation>
    </message>
    <message>
        <source>{path} needs {name}, which is there already and belongs to something else.</source>
        <translation>{path} a besoin de {name}, qui existe déjà et appartient à autre chose.</translation>
    </message>
    <message>
        <source>{path} refers to {count} files, each of them many times.</source>
        <translation>{path} renvoie à {count} fichiers, à chacun de nombreuses fois.</translation>
    </message>
    <message>
        <source>{path} was changed by another program meanwhile.</source>
        <translation>{path} a été modifié entre-temps par un autre programme.</translation>
    </message>
    <message>
        <source>{path} would be taken for a part of the raster.</source>
        <translation>{path} serait pris pour une partie du raster.</translation>
    </message>
    <message>
        <source>{path} would overwrite {part}, which is a part of the raster.</source>
        <translation>{path} écraserait {part}, qui est une partie du raster.</translation>
    </message>
    <message>
        <source>{path}, line {number}, is longer than {limit:,.0f} MB.</source>
        <translation>{path}, ligne {number}, dépasse {limit:,.0f} Mo.</translation>
    </message>
    <message>
        <source>{path}, line {number}, is not UTF-8.</source>
        <translation>{path}, ligne {number}, n’est pas en UTF-8.</translation>
    </message>
    <message>
        <source>{percent:.0f} % of the view is empty: the web layer has no imagery there.</source>
        <translation>{percent:.0f} % de la vue sont vides : la couche web n’y a pas d’imagerie.</translation>
    </message>
    <message>
        <source>{place} has no words.</source>
        <translation>{place} ne contient pas de mots.</translation>
    </message>
    <message>
        <source>{place} has the name «{name}» once more.</source>
        <translation>{place} contient encore une fois le nom « {name} ».</translation>
    </message>
    <message>
        <source>{place} has {count:,} letters, more than the {limit:,} that are read.</source>
        <translation>{place} compte {count:,} caractères, plus que les {limit:,} qui sont lus.</translation>
    </message>
    <message>
        <source>{place} is no object of this layout: it has «{key}».</source>
        <translation>{place} n’est pas un objet de cette structure : il contient « {key} ».</translation>
    </message>
    <message>
        <source>{place} is no sample: {error}.</source>
        <translation>{place} n’est pas un échantillon : {error}.</translation>
    </message>
    <message>
        <source>{place} is not JSON that can be read: {error}.</source>
        <translation>{place} n’est pas du JSON lisible : {error}.</translation>
    </message>
    <message>
        <source>{place} names no file.</source>
        <translation>{place} ne nomme aucun fichier.</translation>
    </message>
    <message>
        <source>{place} names «{name}», which lies outside of {folder}.</source>
        <translation>{place} nomme « {name} », qui se trouve en dehors de {folder}.</translation>
    </message>
    <message>
        <source>{place} should be {count} numbers, not {value}.</source>
        <translation>{place} devrait être {count} nombres, et non {value}.</translation>
    </message>
    <message>
        <source>{place}: «targets» should be a list or null.</source>
        <translation>{place} : « targets » devrait être une liste ou null.</translation>
    </message>
    <message>
        <source>{place}: «{key}» should be {wanted}, not {value}.</source>
        <translation>{place} : « {key} » devrait être {wanted}, et non {value}.</translation>
    </message>
    <message>
        <source>{place}{line} is not JSON: {complaint} at letter {letter}.</source>
        <translation>{place}{line} n’est pas du JSON : {complaint} au caractère {letter}.</translation>
    </message>
    <message>
        <source>{what} did not fit into the memory of {device}.</source>
        <translation>{what} n’a pas tenu dans la mémoire de {device}.</translation>
    </message>
    <message>
        <source>{what} needs {needed:,.1f} GB, and {free:,.1f} GB are free on {device}.</source>
        <translation>{what} a besoin de {needed:,.1f} Go, et {free:,.1f} Go sont libres sur {device}.</translation>
    </message>
    <message>
        <source>«{name}» is no name of a model.</source>
        <translation>« {name} » n'est pas le nom d'un modèle.</translation>
    </message>
    <message>
        <source>«{split}» is no name for a split.</source>
        <translation>« {split} » n’est pas un nom de partition.</translation>
    </message>
    <message>
        <source>«{text}» is no address of a server: {reason}.</source>
        <translation>« {text} » n'est pas l'adresse d'un serveur : {reason}.</translation>
    </message>
    <message>
        <source>«{text}» is no coordinate system that GDAL knows.</source>
        <translation>« {text} » n’est pas un système de coordonnées connu de GDAL.</translation>
    </message>
</context>
</TS>
