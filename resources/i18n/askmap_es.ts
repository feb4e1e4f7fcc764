<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>askmap</name>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source> minutes without a question</source>
        <translation> minutos sin ninguna pregunta</translation>
    </message>
    <message>
        <source> m²</source>
        <translation> m²</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) left out</source>
        <translation><numerusform>%n columna omitida</numerusform><numerusform>%n columnas omitidas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s): choose one that sees pictures.</source>
        <translation><numerusform>%n modelo: elíjalo si ve imágenes.</numerusform><numerusform>%n modelos: elija uno que vea imágenes.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation><numerusform>%n píxel</numerusform><numerusform>%n píxeles</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) in «{split}».</source>
        <translation><numerusform>%n muestra en «{split}».</numerusform><numerusform>%n muestras en «{split}».</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n served model(s): use one that sees pictures.</source>
        <translation><numerusform>%n modelo servido: úselo si ve imágenes.</numerusform><numerusform>%n modelos servidos: use uno que vea imágenes.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation><numerusform>%n objetivo</numerusform><numerusform>%n objetivos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) found.</source>
        <translation><numerusform>%n objetivo encontrado.</numerusform><numerusform>%n objetivos encontrados.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) lie outside of what the other one looked at.</source>
        <translation><numerusform>%n objetivo está fuera de lo que miró la otra.</numerusform><numerusform>%n objetivos están fuera de lo que miró la otra.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) written to {place}.</source>
        <translation><numerusform>%n objetivo escrito en {place}.</numerusform><numerusform>%n objetivos escritos en {place}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n today, {seconds} s each (median).</source>
        <translation><numerusform>%n hoy, {seconds} s cada una (mediana).</numerusform><numerusform>%n hoy, {seconds} s cada una (mediana).</numerusform></translation>
    </message>
    <message>
        <source>&amp;Add to the map</source>
        <translation>&amp;Añadir al mapa</translation>
    </message>
    <message>
        <source>&amp;Another one of the hub…</source>
        <translation>&amp;Otro del hub…</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Comprobar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Coordinate system</source>
        <translation>&amp;SRC</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Eliminar…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Arch&amp;ivo</translation>
    </message>
    <message>
        <source>&amp;Follow up</source>
        <translation>Con&amp;tinuar</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>Ob&amp;tener</translation>
    </message>
    <message>
        <source>&amp;How it was asked</source>
        <translation>Cómo se &amp;preguntó</translation>
    </message>
    <message>
        <source>&amp;If it is there</source>
        <translation>Si &amp;ya existe</translation>
    </message>
    <message>
        <source>&amp;Keep the pictures of the latest</source>
        <translation>&amp;Conservar las imágenes de las últimas</translation>
    </message>
    <message>
        <source>&amp;Key of your account</source>
        <translation>Cla&amp;ve de su cuenta</translation>
    </message>
    <message>
        <source>&amp;Layers go to</source>
        <translation>&amp;Las capas van a</translation>
    </message>
    <message>
        <source>&amp;Leave out parts below</source>
        <translation>Omitir &amp;partes menores de</translation>
    </message>
    <message>
        <source>&amp;Look for served models</source>
        <translation>&amp;Buscar modelos servidos</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Pregunta</translation>
    </message>
    <message>
        <source>&amp;Reasoner</source>
        <translation>Modelo de &amp;razonamiento</translation>
    </message>
    <message>
        <source>&amp;Simplify by up to</source>
        <translation>Simp&amp;lificar hasta</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>&amp;Stretch</source>
        <translation>E&amp;stiramiento</translation>
    </message>
    <message>
        <source>&amp;Targets</source>
        <translation>&amp;Objetivos</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>&amp;Temperatura</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>Po&amp;ner a prueba</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>De&amp;shacer</translation>
    </message>
    <message>
        <source>&amp;Undo the last sample</source>
        <translation>Des&amp;hacer la última muestra</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Usar</translation>
    </message>
    <message>
        <source>0: always the likeliest word</source>
        <translation>0: siempre la palabra más probable</translation>
    </message>
    <message>
        <source>0: never</source>
        <translation>0: nunca</translation>
    </message>
    <message>
        <source>1 pixel = {length} on the ground.</source>
        <translation>1 píxel = {length} sobre el terreno.</translation>
    </message>
    <message>
        <source>16 bits (bfloat16): half the memory</source>
        <translation>16 bits (bfloat16): la mitad de la memoria</translation>
    </message>
    <message>
        <source>32 bits (float32)</source>
        <translation>32 bits (float32)</translation>
    </message>
    <message>
        <source>A QGIS on the computer {host} is installing the packages.</source>
        <translation>Un QGIS del equipo {host} está instalando los paquetes.</translation>
    </message>
    <message>
        <source>A Shapefile holds no long texts, so some were cut; {file} says which.</source>
        <translation>Un Shapefile no admite textos largos, así que algunos se recortaron; {file} dice cuáles.</translation>
    </message>
    <message>
        <source>A folder of &amp;mine…</source>
        <translation>Una carpeta &amp;mía…</translation>
    </message>
    <message>
        <source>A model that does not know what that looks like has not looked for it.</source>
        <translation>Un modelo que no sabe qué aspecto tiene eso no lo ha buscado.</translation>
    </message>
    <message>
        <source>A multimodal language model on this computer reasons about the question and points, and a segmenter turns that into polygons and a mask. The question may name a function or an implication («where could a helicopter land?»). Nothing found is an answer too: no polygons, and the log says why.</source>
        <translation>Un modelo de lenguaje multimodal en este equipo razona sobre la pregunta y señala lo que la responde; un modelo de segmentación lo convierte en polígonos y en una máscara. La pregunta puede nombrar una función o una implicación («¿dónde podría aterrizar un helicóptero?»). No encontrar nada también es una respuesta: no hay polígonos y el registro dice por qué.</translation>
    </message>
    <message>
        <source>A new language is spoken when QGIS starts again.</source>
        <translation>El nuevo idioma se usará cuando QGIS se inicie de nuevo.</translation>
    </message>
    <message>
        <source>A raster holds the targets of one question.</source>
        <translation>Un ráster contiene los objetivos de una sola pregunta.</translation>
    </message>
    <message>
        <source>A reasoner that a server runs</source>
        <translation>Un razonador que ejecuta un servidor</translation>
    </message>
    <message numerus="yes">
        <source>A sample with %n target(s) was added to the data set.</source>
        <translation><numerusform>Se añadió al conjunto de datos una muestra con %n objetivo.</numerusform><numerusform>Se añadió al conjunto de datos una muestra con %n objetivos.</numerusform></translation>
    </message>
    <message>
        <source>A target has no place in the coordinate system {crs}.</source>
        <translation>Un objetivo no tiene lugar en el sistema de coordenadas {crs}.</translation>
    </message>
    <message>
        <source>A view has no coordinate system, so its targets have no place on earth.</source>
        <translation>Una vista no tiene sistema de coordenadas, así que sus objetivos no tienen lugar en la Tierra.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Accept all open</source>
        <translation>Aceptar todos los pendientes</translation>
    </message>
    <message>
        <source>Accept target {number}</source>
        <translation>Aceptar el objetivo {number}</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Accepted and open</source>
        <translation>Aceptados y pendientes</translation>
    </message>
    <message>
        <source>Add a layer with imagery, then ask again.</source>
        <translation>Añada una capa con imágenes y vuelva a preguntar.</translation>
    </message>
    <message>
        <source>Add it yourself where you trust it.</source>
        <translation>Añádalo usted si confía en él.</translation>
    </message>
    <message>
        <source>Add your network's certificate in Settings &gt; Options &gt; Authentication, then try again.</source>
        <translation>Añada el certificado de su red en Configuración &gt; Opciones &gt; Autenticación y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Di&amp;rección</translation>
    </message>
    <message>
        <source>Added to the data set: nothing here answers. If something does, undo it and draw that.</source>
        <translation>Añadido al conjunto de datos: nada aquí responde. Si algo lo hace, deshágalo y dibújelo.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All outlines together overlap by {overlap} (intersection over union).</source>
        <translation>Todos los contornos juntos se superponen en {overlap} (intersección sobre unión).</translation>
    </message>
    <message>
        <source>All packages are installed in QGIS's profile.</source>
        <translation>Todos los paquetes están instalados en el perfil de QGIS.</translation>
    </message>
    <message>
        <source>All, the rejected too</source>
        <translation>Todos, también los rechazados</translation>
    </message>
    <message>
        <source>An installation has not ended; what was fetched is kept.</source>
        <translation>Una instalación no ha terminado; lo ya descargado se conserva.</translation>
    </message>
    <message>
        <source>And a second one.</source>
        <translation>Y en un segundo punto.</translation>
    </message>
    <message>
        <source>Another QGIS is installing the packages.</source>
        <translation>Otro QGIS está instalando los paquetes.</translation>
    </message>
    <message>
        <source>Another QGIS uses that history now.</source>
        <translation>Otro QGIS está usando ahora ese historial.</translation>
    </message>
    <message>
        <source>Another question is being answered.</source>
        <translation>Se está respondiendo otra pregunta.</translation>
    </message>
    <message>
        <source>Answer &amp;format</source>
        <translation>&amp;Formato de respuesta</translation>
    </message>
    <message>
        <source>Answer format</source>
        <translation>Formato de respuesta</translation>
    </message>
    <message>
        <source>Answers and the history with its pictures are kept in files beside the project, or in your QGIS profile where that cannot be.</source>
        <translation>Las respuestas y el historial con sus imágenes se guardan en archivos junto al proyecto o, donde no se pueda, en su perfil de QGIS.</translation>
    </message>
    <message>
        <source>Apple graphics (mps)</source>
        <translation>gráficos de Apple (mps)</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>Area in pixels of the view</source>
        <translation>Área en píxeles de la vista</translation>
    </message>
    <message>
        <source>Area on the ellipsoid in square metres</source>
        <translation>Área sobre el elipsoide en metros cuadrados</translation>
    </message>
    <message>
        <source>Arrows, with Shift</source>
        <translation>Flechas, con Mayús</translation>
    </message>
    <message>
        <source>As last time: {what}.</source>
        <translation>Como la última vez: {what}.</translation>
    </message>
    <message>
        <source>As styled</source>
        <translation>Con la simbología</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Tal como son</translation>
    </message>
    <message>
        <source>As usual instead</source>
        <translation>Mejor como siempre</translation>
    </message>
    <message>
        <source>As&amp;k</source>
        <translation>&amp;Preguntar</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Ask &amp;about</source>
        <translation>Preg&amp;untar sobre</translation>
    </message>
    <message>
        <source>Ask a question about a raster</source>
        <translation>Hacer una pregunta sobre un ráster</translation>
    </message>
    <message>
        <source>Ask a&amp;gain…</source>
        <translation>Pre&amp;guntar de nuevo…</translation>
    </message>
    <message>
        <source>Ask about</source>
        <translation>Preguntar sobre</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Ask again to decide anew, or choose a reasoner on this computer in the options.</source>
        <translation>Pregunte de nuevo para decidir otra vez, o elija en las opciones un razonador de este equipo.</translation>
    </message>
    <message>
        <source>Ask again, or choose another format.</source>
        <translation>Pregunte de nuevo o elija otro formato.</translation>
    </message>
    <message>
        <source>Ask again. If it happens again, install the packages of the engine again.</source>
        <translation>Pregunte de nuevo. Si vuelve a ocurrir, instale de nuevo los paquetes del motor.</translation>
    </message>
    <message>
        <source>Ask for leave to write there, or choose another folder for results in AskMap's options.</source>
        <translation>Pida permiso para escribir allí o elija otra carpeta de resultados en las opciones de AskMap.</translation>
    </message>
    <message>
        <source>Ask for one of them, draw yourself what you see, or choose another model:</source>
        <translation>Pregunte por uno de ellos, dibuje usted lo que vea o elija otro modelo:</translation>
    </message>
    <message>
        <source>Ask for something else, draw yourself what you see, or choose another model:</source>
        <translation>Pregunte por otra cosa, dibuje usted lo que vea o elija otro modelo:</translation>
    </message>
    <message>
        <source>Ask one question in AskMap's dock first, and agree there.</source>
        <translation>Haga primero una pregunta en el panel de AskMap y acepte allí.</translation>
    </message>
    <message>
        <source>Ask who runs this computer to allow it, or choose a folder that already holds the packages.</source>
        <translation>Pida a quien administra este equipo que lo permita, o elija una carpeta que ya contenga los paquetes.</translation>
    </message>
    <message>
        <source>AskMap can install them into QGIS's profile:</source>
        <translation>AskMap puede instalarlos en el perfil de QGIS:</translation>
    </message>
    <message>
        <source>AskMap cannot install packages on this kind of computer ({machine}).</source>
        <translation>AskMap no puede instalar paquetes en este tipo de equipo ({machine}).</translation>
    </message>
    <message>
        <source>AskMap does not load it itself yet. Let a program such as LM Studio serve it, then look for served models here.</source>
        <translation>AskMap todavía no lo carga por sí mismo. Haga que lo sirva un programa como LM Studio y busque después aquí los modelos servidos.</translation>
    </message>
    <message>
        <source>AskMap downloads nothing unasked: «Models…» gets models, checks them, and finds those here.</source>
        <translation>AskMap no descarga nada sin que se le pida: «Modelos…» los obtiene, los comprueba y encuentra los que ya están aquí.</translation>
    </message>
    <message>
        <source>AskMap met a bug of its own.</source>
        <translation>AskMap encontró un error propio.</translation>
    </message>
    <message>
        <source>AskMap report</source>
        <translation>Informe de AskMap</translation>
    </message>
    <message>
        <source>AskMap version</source>
        <translation>Versión de AskMap</translation>
    </message>
    <message>
        <source>AskMap was updated. What is new:</source>
        <translation>AskMap se actualizó. Novedades:</translation>
    </message>
    <message>
        <source>AskMap's engine needs packages that this QGIS does not have ({packages}). Install them here, or choose a folder that already holds them.</source>
        <translation>El motor de AskMap necesita paquetes que este QGIS no tiene ({packages}). Instálelos aquí o elija una carpeta que ya los contenga.</translation>
    </message>
    <message>
        <source>AskMap's version</source>
        <translation>Versión de AskMap</translation>
    </message>
    <message>
        <source>AskMap: a mask to keep</source>
        <translation>AskMap: una máscara para conservar</translation>
    </message>
    <message>
        <source>AskMap: ask</source>
        <translation>AskMap: preguntar</translation>
    </message>
    <message>
        <source>AskMap: checking {name}</source>
        <translation>AskMap: comprobando {name}</translation>
    </message>
    <message>
        <source>AskMap: deleting {name}</source>
        <translation>AskMap: eliminando {name}</translation>
    </message>
    <message>
        <source>AskMap: drawing the mask</source>
        <translation>AskMap: dibujando la máscara</translation>
    </message>
    <message>
        <source>AskMap: export</source>
        <translation>AskMap: exportación</translation>
    </message>
    <message>
        <source>AskMap: fetching {name}</source>
        <translation>AskMap: obteniendo {name}</translation>
    </message>
    <message>
        <source>AskMap: freeing the memory of the models</source>
        <translation>AskMap: liberando la memoria de los modelos</translation>
    </message>
    <message>
        <source>AskMap: go to the question</source>
        <translation>AskMap: ir a la pregunta</translation>
    </message>
    <message>
        <source>AskMap: installing the packages</source>
        <translation>AskMap: instalando los paquetes</translation>
    </message>
    <message>
        <source>AskMap: loading the models</source>
        <translation>AskMap: cargando los modelos</translation>
    </message>
    <message>
        <source>AskMap: looking at the database</source>
        <translation>AskMap: mirando la base de datos</translation>
    </message>
    <message>
        <source>AskMap: looking at the picture</source>
        <translation>AskMap: mirando la imagen</translation>
    </message>
    <message>
        <source>AskMap: looking at this computer</source>
        <translation>AskMap: mirando qué tiene este equipo</translation>
    </message>
    <message>
        <source>AskMap: looking for models</source>
        <translation>AskMap: buscando modelos</translation>
    </message>
    <message>
        <source>AskMap: models</source>
        <translation>AskMap: modelos</translation>
    </message>
    <message>
        <source>AskMap: outlines to export</source>
        <translation>AskMap: contornos para exportar</translation>
    </message>
    <message>
        <source>AskMap: pixels leave this computer</source>
        <translation>AskMap: los píxeles salen de este equipo</translation>
    </message>
    <message>
        <source>AskMap: self-test</source>
        <translation>AskMap: autocomprobación</translation>
    </message>
    <message>
        <source>AskMap: stop</source>
        <translation>AskMap: detener</translation>
    </message>
    <message>
        <source>AskMap: target {number}</source>
        <translation>AskMap: objetivo {number}</translation>
    </message>
    <message>
        <source>AskMap: teach on the map</source>
        <translation>AskMap: enseñar en el mapa</translation>
    </message>
    <message>
        <source>AskMap: thin out pictures</source>
        <translation>AskMap: reducir imágenes</translation>
    </message>
    <message>
        <source>AskMap: trying {name}</source>
        <translation>AskMap: probando {name}</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Preguntado</translation>
    </message>
    <message>
        <source>Asking {server}…</source>
        <translation>Preguntando a {server}…</translation>
    </message>
    <message>
        <source>At most:</source>
        <translation>Como máximo:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Back to «{layer}»</source>
        <translation>Volver a «{layer}»</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retroceso</translation>
    </message>
    <message>
        <source>Before your first question</source>
        <translation>Antes de su primera pregunta</translation>
    </message>
    <message>
        <source>Being answered: «{question}»</source>
        <translation>Se está respondiendo: «{question}»</translation>
    </message>
    <message>
        <source>Being answered…</source>
        <translation>Se está respondiendo…</translation>
    </message>
    <message>
        <source>Both answers are then shown side by side. A seed matters above temperature 0 only.</source>
        <translation>Después se muestran ambas respuestas una junto a otra. La semilla solo importa con una temperatura mayor que 0.</translation>
    </message>
    <message>
        <source>Box that the segmenter was given, in pixels of the view</source>
        <translation>Recuadro que recibió el modelo de segmentación, en píxeles de la vista</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Recuadros</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Recuperar lo último que se eliminó</translation>
    </message>
    <message>
        <source>Bundles of packages</source>
        <translation>Archivos de paquetes</translation>
    </message>
    <message>
        <source>By keyboard: arrows move a cross, + and - click there, B begins and ends a box.</source>
        <translation>Con el teclado: las flechas mueven una cruz, + y - hacen clic en ella, B empieza y termina un recuadro.</translation>
    </message>
    <message>
        <source>By keyboard: arrows move a cross, B begins and ends a box.</source>
        <translation>Con el teclado: las flechas mueven una cruz, B empieza y termina un recuadro.</translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation>&amp;Conexión</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Check the network and the proxy in QGIS's options, then try again: what was fetched is kept.</source>
        <translation>Compruebe la red y el proxy en las opciones de QGIS y vuelva a intentarlo: lo ya descargado se conserva.</translation>
    </message>
    <message>
        <source>Choose a file that the command «askmap bundle» has made, and that was copied here to its end.</source>
        <translation>Elija un archivo que haya creado la orden «askmap bundle» y que se haya copiado aquí por completo.</translation>
    </message>
    <message>
        <source>Choose a folder that already holds the packages.</source>
        <translation>Elija una carpeta que ya contenga los paquetes.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png.</source>
        <translation>Elija un nombre que termine en .png.</translation>
    </message>
    <message>
        <source>Choose a reasoner such as Qwen-VL, or a segmenter such as SAM2.</source>
        <translation>Elija un modelo de razonamiento como Qwen-VL, o uno de segmentación como SAM2.</translation>
    </message>
    <message>
        <source>Choose another coordinate system.</source>
        <translation>Elija otro sistema de coordenadas.</translation>
    </message>
    <message>
        <source>Choose another file name, or remove the layer from the map first.</source>
        <translation>Elija otro nombre de archivo o quite antes la capa del mapa.</translation>
    </message>
    <message>
        <source>Choose another table, or leave these columns out.</source>
        <translation>Elija otra tabla u omita estas columnas.</translation>
    </message>
    <message>
        <source>Choose it again in AskMap's options; its password is the key.</source>
        <translation>Elíjala de nuevo en las opciones de AskMap; su contraseña es la clave.</translation>
    </message>
    <message>
        <source>Choose models…</source>
        <translation>Elegir modelos…</translation>
    </message>
    <message>
        <source>Choose other targets, or smaller areas to leave out.</source>
        <translation>Elija otros objetivos u omita áreas más pequeñas.</translation>
    </message>
    <message>
        <source>Choose the bundle</source>
        <translation>Elegir el archivo</translation>
    </message>
    <message>
        <source>Choose the folder of a model: it holds config.json and *.safetensors</source>
        <translation>Elija la carpeta de un modelo: contiene config.json y *.safetensors</translation>
    </message>
    <message>
        <source>Choose the folder of the data set first.</source>
        <translation>Elija primero la carpeta del conjunto de datos.</translation>
    </message>
    <message>
        <source>Choose the folder of the data set on the page «Teach» first.</source>
        <translation>Elija primero la carpeta del conjunto de datos en la página «Enseñar».</translation>
    </message>
    <message>
        <source>Choosing the packages</source>
        <translation>Eligiendo los paquetes</translation>
    </message>
    <message>
        <source>Cl&amp;ass</source>
        <translation>C&amp;lase</translation>
    </message>
    <message>
        <source>Click a point on the target, or press Space there.</source>
        <translation>Haga clic en un punto del objetivo o pulse Espacio allí.</translation>
    </message>
    <message>
        <source>Click on the new target, or drag a box around it; Esc ends.</source>
        <translation>Haga clic en el nuevo objetivo o arrastre un recuadro a su alrededor; Esc termina.</translation>
    </message>
    <message>
        <source>Click what belongs to it, right-click what does not, or drag a box; X cuts a part off by hand, Enter accepts it.</source>
        <translation>Haga clic en lo que le pertenece, clic derecho en lo que no, o arrastre un recuadro; X recorta una parte a mano, Intro lo acepta.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close it or wait for its answer, then try again; «askmap serve --end» ends a service.</source>
        <translation>Ciérrelo o espere su respuesta y vuelva a intentarlo; «askmap serve --end» termina un servicio.</translation>
    </message>
    <message>
        <source>Close other programs that use its file, then open the answer again from the history.</source>
        <translation>Cierre otros programas que usen su archivo y vuelva a abrir la respuesta desde el historial.</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Co&amp;lores</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Columns: {count} of {all}</source>
        <translation>Columnas: {count} de {all}</translation>
    </message>
    <message>
        <source>Comp&amp;are</source>
        <translation>Com&amp;parar</translation>
    </message>
    <message>
        <source>Compare the answers of models that know it.</source>
        <translation>Compare las respuestas de modelos que lo conozcan.</translation>
    </message>
    <message>
        <source>Compare two answers</source>
        <translation>Comparar dos respuestas</translation>
    </message>
    <message>
        <source>Compare two questions about the same imagery.</source>
        <translation>Compare dos preguntas sobre las mismas imágenes.</translation>
    </message>
    <message>
        <source>Compute o&amp;n</source>
        <translation>C&amp;alcular en</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Confidence that the target is right, 0 to 1, where the reasoner states one</source>
        <translation>Confianza en que el objetivo sea correcto, de 0 a 1, si el modelo de razonamiento la indica</translation>
    </message>
    <message>
        <source>Confidence {percent} %: of targets that the model was as sure of, so many were right.</source>
        <translation>Confianza {percent} %: de los objetivos de los que el modelo estaba igual de seguro, esa parte era correcta.</translation>
    </message>
    <message>
        <source>Cop&amp;y diagnostics</source>
        <translation>Copiar diagnós&amp;tico</translation>
    </message>
    <message>
        <source>Copied: whoever pastes it as a question asks the same.</source>
        <translation>Copiado: quien lo pegue como pregunta preguntará lo mismo.</translation>
    </message>
    <message>
        <source>Copy as preset</source>
        <translation>Copiar como plantilla de pregunta</translation>
    </message>
    <message>
        <source>Copy it here once more, or make it anew.</source>
        <translation>Cópielo aquí otra vez o créelo de nuevo.</translation>
    </message>
    <message>
        <source>Copy it to this computer's own disk, and choose it there.</source>
        <translation>Cópielo al disco de este equipo y elíjalo allí.</translation>
    </message>
    <message>
        <source>Copy the reasoning</source>
        <translation>Copiar el razonamiento</translation>
    </message>
    <message>
        <source>Cor&amp;ners</source>
        <translation>Esq&amp;uinas</translation>
    </message>
    <message>
        <source>Corners were made right ones.</source>
        <translation>Las esquinas se hicieron rectas.</translation>
    </message>
    <message>
        <source>Correct it on the map</source>
        <translation>Corregirlo en el mapa</translation>
    </message>
    <message>
        <source>Correct them in Settings &gt; Options &gt; Network, then try again.</source>
        <translation>Corríjalos en Configuración &gt; Opciones &gt; Red y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Cut it off by hand</source>
        <translation>Recortar a mano</translation>
    </message>
    <message>
        <source>Cut target {number}</source>
        <translation>Recortar el objetivo {number}</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Conjunto de datos</translation>
    </message>
    <message>
        <source>Decide about several targets</source>
        <translation>Decidir sobre varios objetivos</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n question(s) with all that was found?</source>
        <translation><numerusform>¿Eliminar %n pregunta con todo lo que se encontró?</numerusform><numerusform>¿Eliminar %n preguntas con todo lo que se encontró?</numerusform></translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>Eliminar un modelo</translation>
    </message>
    <message>
        <source>Delete {name}? {size} of the disk come free.</source>
        <translation>¿Eliminar {name}? Se liberan {size} del disco.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>No enviar</translation>
    </message>
    <message>
        <source>Drag a box around a target, or press Space at its corner.</source>
        <translation>Arrastre un recuadro alrededor de un objetivo o pulse Espacio en su esquina.</translation>
    </message>
    <message>
        <source>Drag a box around the whole target instead.</source>
        <translation>Arrastre en su lugar un recuadro alrededor de todo el objetivo.</translation>
    </message>
    <message>
        <source>Drag a line around what is to be cut off the target; Esc ends without a cut.</source>
        <translation>Arrastre una línea alrededor de lo que se ha de recortar del objetivo; Esc termina sin recortar.</translation>
    </message>
    <message>
        <source>Drag to move, turn the wheel to zoom</source>
        <translation>Arrastre para mover, gire la rueda para hacer zum</translation>
    </message>
    <message>
        <source>Draw a new target</source>
        <translation>Dibujar un nuevo objetivo</translation>
    </message>
    <message>
        <source>Draw target {number}</source>
        <translation>Dibujar el objetivo {number}</translation>
    </message>
    <message>
        <source>Draw the box of the next target, or press Enter to keep those that are drawn.</source>
        <translation>Dibuje el recuadro del siguiente objetivo o pulse Intro para conservar los dibujados.</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>Each pixel once (1)</source>
        <translation>Cada píxel una vez (1)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit by hand</source>
        <translation>Editar a mano</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Enter keeps it, M begins another target, Backspace goes back, Esc drops it.</source>
        <translation>Intro lo conserva, M empieza otro objetivo, Retroceso vuelve atrás, Esc lo descarta.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Everywhere in QGIS:</source>
        <translation>En todo QGIS:</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Ejemplos:</translation>
    </message>
    <message>
        <source>Export it alone, as a GeoPackage.</source>
        <translation>Expórtela sola, como GeoPackage.</translation>
    </message>
    <message>
        <source>Export it as a GeoPackage, in its own coordinate system.</source>
        <translation>Expórtelo como GeoPackage, en su propio sistema de coordenadas.</translation>
    </message>
    <message>
        <source>Export targets</source>
        <translation>Exportar objetivos</translation>
    </message>
    <message>
        <source>Export the questions one by one.</source>
        <translation>Exporte las preguntas una por una.</translation>
    </message>
    <message>
        <source>Exported to {place}.</source>
        <translation>Exportado a {place}.</translation>
    </message>
    <message numerus="yes">
        <source>Failed: the bundled models found %n target(s), and the overlap with the truth is {overlap}, less than {least}. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation><numerusform>No superada: los modelos incluidos encontraron %n objetivo y la superposición con la verdad es {overlap}, menos de {least}. Instale AskMap de nuevo; si eso no cambia nada, comuníquelo con el diagnóstico copiado.</numerusform><numerusform>No superada: los modelos incluidos encontraron %n objetivos y la superposición con la verdad es {overlap}, menos de {least}. Instale AskMap de nuevo; si eso no cambia nada, comuníquelo con el diagnóstico copiado.</numerusform></translation>
    </message>
    <message>
        <source>Failed: the bundled models say that they do not know what the self-test asks for. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation>No superada: los modelos incluidos dicen que no saben por qué pregunta la autocomprobación. Vuelva a instalar AskMap; si eso no cambia nada, comuníquelo con el diagnóstico copiado.</translation>
    </message>
    <message>
        <source>Fetched by AskMap: {size}, in {folder}</source>
        <translation>Obtenidos por AskMap: {size}, en {folder}</translation>
    </message>
    <message>
        <source>Fetching the installer</source>
        <translation>Descargando el instalador</translation>
    </message>
    <message>
        <source>Fetching the installer: {done} of {total} MB</source>
        <translation>Descargando el instalador: {done} de {total} MB</translation>
    </message>
    <message>
        <source>Fetching the packages</source>
        <translation>Descargando los paquetes</translation>
    </message>
    <message>
        <source>Fetching the packages: {done} of {total} MB</source>
        <translation>Descargando los paquetes: {done} de {total} MB</translation>
    </message>
    <message>
        <source>Fill &amp;holes below</source>
        <translation>Rellenar &amp;huecos menores de</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>Fo&amp;rmato</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>Carpeta del conjunto de datos</translation>
    </message>
    <message>
        <source>Folder with the &amp;packages</source>
        <translation>Carpeta con los &amp;paquetes</translation>
    </message>
    <message>
        <source>Folder with the packages</source>
        <translation>Carpeta con los paquetes</translation>
    </message>
    <message>
        <source>Follows up</source>
        <translation>Continúa</translation>
    </message>
    <message>
        <source>For a computer without a network: a file that another one makes with «{command}». Take it only from those whom you trust.</source>
        <translation>Para un equipo sin red: un archivo que otro crea con «{command}». Acéptelo solo de quien sea de confianza.</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Encontrado por</translation>
    </message>
    <message>
        <source>Found by both: {both}; on the left only: {left}; on the right only: {right}.</source>
        <translation>Encontrados por ambas: {both}; solo a la izquierda: {left}; solo a la derecha: {right}.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Libere espacio y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Free some space, then try again: what was fetched is kept.</source>
        <translation>Libere espacio y vuelva a intentarlo: lo ya descargado se conserva.</translation>
    </message>
    <message>
        <source>Free the models after</source>
        <translation>Liberar los modelos tras</translation>
    </message>
    <message>
        <source>Get another model</source>
        <translation>Obtener otro modelo</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Go on installing</source>
        <translation>Seguir instalando</translation>
    </message>
    <message>
        <source>Go to the opposite corner: click, or press Space.</source>
        <translation>Vaya a la esquina opuesta: haga clic o pulse Espacio.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Holes below {area} m² were filled.</source>
        <translation>Se rellenaron los huecos de menos de {area} m².</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Cuánto lleva</translation>
    </message>
    <message>
        <source>How far the installation is</source>
        <translation>Cuánto ha avanzado la instalación</translation>
    </message>
    <message>
        <source>How it was asked</source>
        <translation>Cómo se preguntó</translation>
    </message>
    <message>
        <source>How large a pixel is on the ground is unknown: the view has no coordinate system.</source>
        <translation>Se desconoce cuánto mide un píxel sobre el terreno: la vista no tiene sistema de coordenadas.</translation>
    </message>
    <message>
        <source>How sure the segmenter is of the outline, 0 to 1</source>
        <translation>Seguridad del modelo de segmentación sobre el contorno, de 0 a 1</translation>
    </message>
    <message>
        <source>How the targets are sorted</source>
        <translation>Cómo se ordenan los objetivos</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>In a process of its own, the engine cannot take QGIS along when it crashes.</source>
        <translation>En un proceso propio, el motor no puede arrastrar a QGIS si falla.</translation>
    </message>
    <message>
        <source>Install a newer QGIS, or choose a folder that already holds the packages.</source>
        <translation>Instale un QGIS más reciente o elija una carpeta que ya contenga los paquetes.</translation>
    </message>
    <message>
        <source>Install from a bundle…</source>
        <translation>Instalar desde un archivo…</translation>
    </message>
    <message>
        <source>Install the packages</source>
        <translation>Instalar los paquetes</translation>
    </message>
    <message>
        <source>Install them again</source>
        <translation>Instalarlos de nuevo</translation>
    </message>
    <message>
        <source>Install them again with the button in the dock, or choose a folder with others.</source>
        <translation>Instálelos de nuevo con el botón del panel o elija una carpeta con otros.</translation>
    </message>
    <message>
        <source>Install those for the graphics card</source>
        <translation>Instalar los de la tarjeta gráfica</translation>
    </message>
    <message>
        <source>Installing the packages</source>
        <translation>Instalando los paquetes</translation>
    </message>
    <message>
        <source>It can go on in the background. If it stops, what has come is kept for the next time.</source>
        <translation>Puede continuar en segundo plano. Si se detiene, lo que ya llegó se conserva para la próxima vez.</translation>
    </message>
    <message>
        <source>It has no models yet: load one there that sees pictures.</source>
        <translation>Aún no tiene modelos: cargue allí uno que vea imágenes.</translation>
    </message>
    <message>
        <source>It is served at {address}.</source>
        <translation>Se sirve en {address}.</translation>
    </message>
    <message>
        <source>It is used where it lies, never copied; to delete it, delete it there.</source>
        <translation>Se usa donde está, nunca se copia; para eliminarlo, elimínelo allí.</translation>
    </message>
    <message>
        <source>It lies in {folder}.</source>
        <translation>Está en {folder}.</translation>
    </message>
    <message>
        <source>It lies on the pixels of the view, in their own coordinate system.</source>
        <translation>Se apoya en los píxeles de la vista, en el sistema de coordenadas propio de estos.</translation>
    </message>
    <message>
        <source>It needs about {needed} of main memory without a graphics card; this computer has {has}.</source>
        <translation>Necesita unos {needed} de memoria principal sin tarjeta gráfica; este equipo tiene {has}.</translation>
    </message>
    <message>
        <source>It needs about {needed} on a graphics card; the one here has {graphics}.</source>
        <translation>Necesita unos {needed} en una tarjeta gráfica; la de aquí tiene {graphics}.</translation>
    </message>
    <message>
        <source>It shows {source}.</source>
        <translation>Muestra {source}.</translation>
    </message>
    <message>
        <source>Its files have changed since: check it, or delete it and get it again.</source>
        <translation>Sus archivos han cambiado desde entonces: compruébelo, o elimínelo y obténgalo de nuevo.</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Su clave</translation>
    </message>
    <message>
        <source>Its model</source>
        <translation>Su modelo</translation>
    </message>
    <message>
        <source>Its name at the hub, such as owner/name:</source>
        <translation>Su nombre en el hub, como propietario/nombre:</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>Documento JSON</translation>
    </message>
    <message>
        <source>JSON document, as text</source>
        <translation>Documento JSON, como texto</translation>
    </message>
    <message>
        <source>Keep the segmenter's mas&amp;k in the sample</source>
        <translation>Conservar la máscara del modelo de segmentación en la m&amp;uestra</translation>
    </message>
    <message>
        <source>Kept, though this question was taught on this picture before: one sample should hold all targets.</source>
        <translation>Conservado, aunque esta pregunta ya se enseñó en esta imagen: una muestra debería contener todos los objetivos.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Conservado.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys on the map</source>
        <translation>Teclas en el mapa</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Language model that pointed at the target</source>
        <translation>Modelo de lenguaje que señaló el objetivo</translation>
    </message>
    <message>
        <source>Language of As&amp;kMap</source>
        <translation>Idioma de As&amp;kMap</translation>
    </message>
    <message>
        <source>Language of ans&amp;wers</source>
        <translation>&amp;Idioma de las respuestas</translation>
    </message>
    <message>
        <source>Language of the answer</source>
        <translation>Idioma de la respuesta</translation>
    </message>
    <message>
        <source>Last samples</source>
        <translation>Últimas muestras</translation>
    </message>
    <message>
        <source>Layers are written to {folder}. The history with its pictures is kept beside the project, or in your QGIS profile where that cannot be.</source>
        <translation>Las capas se escriben en {folder}. El historial con sus imágenes se guarda junto al proyecto o, donde no se pueda, en su perfil de QGIS.</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Dejar pendiente</translation>
    </message>
    <message>
        <source>Leave out &amp;rejected targets</source>
        <translation>Omitir los objetivos &amp;rechazados</translation>
    </message>
    <message>
        <source>Leave target {number} open</source>
        <translation>Dejar pendiente el objetivo {number}</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Licence: {licence}. Read the model's own page before you use it.</source>
        <translation>Licencia: {licence}. Lea la página del modelo antes de usarlo.</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Cargando los modelos</translation>
    </message>
    <message>
        <source>Loading the models, only once: {percent} %</source>
        <translation>Cargando los modelos, solo esta vez: {percent} %</translation>
    </message>
    <message>
        <source>Loading {load} s, reasoning {reason} s, masks {segment} s, on {device}.</source>
        <translation>Carga {load} s, razonamiento {reason} s, máscaras {segment} s, en {device}.</translation>
    </message>
    <message>
        <source>Loads it, and asks it the bundled questions about real pictures</source>
        <translation>Lo carga y le hace las preguntas incluidas sobre imágenes reales</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar de nuevo</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>Buscar sus modelos</translation>
    </message>
    <message>
        <source>Look whether the server runs and whether you may write there.</source>
        <translation>Compruebe si el servidor funciona y si usted puede escribir allí.</translation>
    </message>
    <message>
        <source>Look whether you may write there, or choose another table.</source>
        <translation>Compruebe si puede escribir allí o elija otra tabla.</translation>
    </message>
    <message>
        <source>Looking at the map</source>
        <translation>Mirando el mapa</translation>
    </message>
    <message>
        <source>Looking for programs on this computer that serve models…</source>
        <translation>Buscando programas de este equipo que sirvan modelos…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>Mo&amp;delos…</translation>
    </message>
    <message>
        <source>Make QGIS's profile writable, or choose a folder that already holds the packages.</source>
        <translation>Haga que se pueda escribir en el perfil de QGIS o elija una carpeta que ya contenga los paquetes.</translation>
    </message>
    <message>
        <source>Make a training sample of what was accepted</source>
        <translation>Crear una muestra de entrenamiento con lo aceptado</translation>
    </message>
    <message>
        <source>Make it in the Browser panel, under PostgreSQL.</source>
        <translation>Créela en el panel Navegador, en PostgreSQL.</translation>
    </message>
    <message>
        <source>Make one on a computer with a network: {command}</source>
        <translation>Cree uno en un equipo con red: {command}</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>Puede quedar vacío</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Model that outlined the target</source>
        <translation>Modelo que trazó el contorno del objetivo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Más…</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card (cuda)</source>
        <translation>tarjeta gráfica NVIDIA o AMD (cuda)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Native pixels</source>
        <translation>Píxeles originales</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>No part of the layer «{layer}» lies there.</source>
        <translation>Ninguna parte de la capa «{layer}» está ahí.</translation>
    </message>
    <message>
        <source>No program can be run in {place}: {reason}.</source>
        <translation>No se puede ejecutar ningún programa en {place}: {reason}.</translation>
    </message>
    <message>
        <source>No program on this computer serves models. Type the address of another one in the options.</source>
        <translation>Ningún programa de este equipo sirve modelos. Escriba en las opciones la dirección de otro.</translation>
    </message>
    <message>
        <source>No raster is open yet.</source>
        <translation>Todavía no hay ningún ráster abierto.</translation>
    </message>
    <message>
        <source>No target is accepted or open.</source>
        <translation>Ningún objetivo está aceptado ni pendiente.</translation>
    </message>
    <message>
        <source>No target is accepted yet.</source>
        <translation>Aún no se ha aceptado ningún objetivo.</translation>
    </message>
    <message>
        <source>No targets. Draw one where you see one.</source>
        <translation>No hay objetivos. Dibuje uno donde lo vea.</translation>
    </message>
    <message>
        <source>None of the chosen targets is left to export.</source>
        <translation>No queda ninguno de los objetivos elegidos para exportar.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note on target {number}</source>
        <translation>Nota sobre el objetivo {number}</translation>
    </message>
    <message>
        <source>Nothin&amp;g here answers the question</source>
        <translation>&amp;Nada aquí responde a la pregunta</translation>
    </message>
    <message>
        <source>Nothing found. In the model's words: «{words}»</source>
        <translation>No se encontró nada. En palabras del modelo: «{words}»</translation>
    </message>
    <message>
        <source>Nothing found; the model gave no reason.</source>
        <translation>No se encontró nada; el modelo no dio ningún motivo.</translation>
    </message>
    <message>
        <source>Nothing in the history has these words.</source>
        <translation>Nada en el historial contiene estas palabras.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer unless you export it yourself, and AskMap downloads nothing. Layers from the web are fetched by QGIS, as always.</source>
        <translation>Nada sale de este equipo a menos que usted lo exporte, y AskMap no descarga nada. Las capas de la web las obtiene QGIS, como siempre.</translation>
    </message>
    <message>
        <source>Nothing of the target lies in that line. Press X to cut again.</source>
        <translation>No hay nada del objetivo dentro de esa línea. Pulse X para recortar de nuevo.</translation>
    </message>
    <message>
        <source>Nothing was asked in this project yet.</source>
        <translation>En este proyecto aún no se ha preguntado nada.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message>
        <source>Nothing was sent to {server}.</source>
        <translation>No se envió nada a {server}.</translation>
    </message>
    <message>
        <source>Nothing was sent to {server}: nobody has agreed to it yet.</source>
        <translation>No se envió nada a {server}: nadie lo ha aceptado todavía.</translation>
    </message>
    <message>
        <source>Nothing would be left of the target: remove it with Delete instead.</source>
        <translation>No quedaría nada del objetivo: elimínelo con Supr.</translation>
    </message>
    <message>
        <source>Now about «{layer}».</source>
        <translation>Ahora sobre «{layer}».</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Number of the target in its question</source>
        <translation>Número del objetivo en su pregunta</translation>
    </message>
    <message>
        <source>Only one of the two was asked about imagery with a coordinate system.</source>
        <translation>Solo una de las dos preguntas se hizo sobre imágenes con sistema de coordenadas.</translation>
    </message>
    <message>
        <source>Only torch with CUDA can be had here: {needed} MB to fetch instead of {planned} MB.</source>
        <translation>Aquí solo se consigue torch con CUDA: {needed} MB por descargar en lugar de {planned} MB.</translation>
    </message>
    <message>
        <source>Only what is accepted</source>
        <translation>Solo lo aceptado</translation>
    </message>
    <message>
        <source>Only what is needed</source>
        <translation>Solo lo necesario</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>A&amp;brir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Open its &amp;folder</source>
        <translation>Abrir su carpet&amp;a</translation>
    </message>
    <message>
        <source>Open its &amp;page</source>
        <translation>Abrir su &amp;página</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Abrir el ejemplo</translation>
    </message>
    <message>
        <source>Options of AskMap</source>
        <translation>Opciones de AskMap</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Procedencia</translation>
    </message>
    <message>
        <source>Other versions are needed now; only what changed is fetched.</source>
        <translation>Ahora se necesitan otras versiones; solo se descarga lo que cambió.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Desenlace</translation>
    </message>
    <message>
        <source>Outcome of the self-test</source>
        <translation>Resultado de la autocomprobación</translation>
    </message>
    <message>
        <source>Outline by</source>
        <translation>Contorno por</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Contornos</translation>
    </message>
    <message>
        <source>Outlines only</source>
        <translation>Solo contornos</translation>
    </message>
    <message>
        <source>Outlines were simplified by up to {distance} m.</source>
        <translation>Los contornos se simplificaron hasta {distance} m.</translation>
    </message>
    <message>
        <source>Outlines were smoothed.</source>
        <translation>Los contornos se suavizaron.</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Superposición</translation>
    </message>
    <message>
        <source>Packages of the engine</source>
        <translation>Paquetes del motor</translation>
    </message>
    <message>
        <source>Part of the raster</source>
        <translation>Parte del ráster</translation>
    </message>
    <message>
        <source>Parts below {area} m² were left out.</source>
        <translation>Se omitieron las partes de menos de {area} m².</translation>
    </message>
    <message numerus="yes">
        <source>Passed: found %n target(s), overlap with the truth {overlap}.</source>
        <translation><numerusform>Superada: %n objetivo encontrado, superposición con la verdad {overlap}.</numerusform><numerusform>Superada: %n objetivos encontrados, superposición con la verdad {overlap}.</numerusform></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Picture: {name}, {width} × {height} pixels.</source>
        <translation>Imagen: {name}, {width} × {height} píxeles.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Points beside the target that the segmenter was given, in pixels of the view</source>
        <translation>Puntos fuera del objetivo que recibió el modelo de segmentación, en píxeles de la vista</translation>
    </message>
    <message>
        <source>Points on the target that the segmenter was given, in pixels of the view</source>
        <translation>Puntos en el objetivo que recibió el modelo de segmentación, en píxeles de la vista</translation>
    </message>
    <message>
        <source>Precision of the reasoner</source>
        <translation>Precisión del modelo de razonamiento</translation>
    </message>
    <message>
        <source>Press X to cut it off by hand.</source>
        <translation>Pulse X para recortarlo a mano.</translation>
    </message>
    <message>
        <source>Press the button again to fetch them all the same.</source>
        <translation>Pulse el botón otra vez para descargarlos de todos modos.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message numerus="yes">
        <source>QGIS ended before a project with %n question(s) was saved.</source>
        <translation><numerusform>QGIS terminó antes de que se guardara un proyecto con %n pregunta.</numerusform><numerusform>QGIS terminó antes de que se guardara un proyecto con %n preguntas.</numerusform></translation>
    </message>
    <message>
        <source>QGIS has no connection yet: make one in its Browser panel, under PostgreSQL.</source>
        <translation>QGIS aún no tiene ninguna conexión: cree una en su panel Navegador, en PostgreSQL.</translation>
    </message>
    <message>
        <source>QGIS knows no connection «{name}».</source>
        <translation>QGIS no conoce la conexión «{name}».</translation>
    </message>
    <message>
        <source>QGIS's own Python could not be started: {reason}.</source>
        <translation>No se pudo iniciar el Python de QGIS: {reason}.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Question of this answer</source>
        <translation>Pregunta de esta respuesta</translation>
    </message>
    <message>
        <source>Questions asked before</source>
        <translation>Preguntas hechas antes</translation>
    </message>
    <message>
        <source>Questions that the model in use understands</source>
        <translation>Preguntas que entiende el modelo en uso</translation>
    </message>
    <message>
        <source>Questions, reasoning, targets, verdicts and notes all stay. Without its picture an answer has no previews and no «What the model saw», and its targets cannot be corrected by clicks any more.</source>
        <translation>Las preguntas, los razonamientos, los objetivos, los veredictos y las notas se quedan. Sin su imagen, una respuesta no tiene vistas previas ni «Lo que vio el modelo», y sus objetivos ya no se pueden corregir con clics.</translation>
    </message>
    <message>
        <source>R&amp;eplace</source>
        <translation>R&amp;eemplazar</translation>
    </message>
    <message>
        <source>R&amp;un the self-test</source>
        <translation>Ejecutar la autocompro&amp;bación</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Ráster</translation>
    </message>
    <message>
        <source>Raster or layers that the question was about</source>
        <translation>Ráster o capas sobre los que trataba la pregunta</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>Texto sin procesar</translation>
    </message>
    <message>
        <source>Reading the bundle: {done} of {total} MB</source>
        <translation>Leyendo el archivo: {done} de {total} MB</translation>
    </message>
    <message>
        <source>Reading the pixels</source>
        <translation>Leyendo los píxeles</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Reasoner</source>
        <translation>Modelo de razonamiento</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Razonamiento</translation>
    </message>
    <message>
        <source>Recommended by its size alone, because it fits: nothing was tried here yet.</source>
        <translation>Recomendado solo por su tamaño, porque cabe: aquí aún no se ha probado nada.</translation>
    </message>
    <message>
        <source>Recommended by its size alone: what was tried here was too slow, or never right.</source>
        <translation>Recomendado solo por su tamaño: lo que se probó aquí fue demasiado lento o nunca acertó.</translation>
    </message>
    <message>
        <source>Recommended: of the pairs tried on this computer ({tried}), the one that was most often right in less than {seconds} s, and of equals the quickest.</source>
        <translation>Recomendado: de las parejas probadas en este equipo ({tried}), la que más acertó en menos de {seconds} s y, a igualdad, la más rápida.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Refine target {number}</source>
        <translation>Refinar el objetivo {number}</translation>
    </message>
    <message>
        <source>Reinstall QGIS with its Python, then try again.</source>
        <translation>Reinstale QGIS con su Python y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Reject target {number}</source>
        <translation>Rechazar el objetivo {number}</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Remove &amp;for good</source>
        <translation>Elim&amp;inar definitivamente</translation>
    </message>
    <message>
        <source>Remove target {number}</source>
        <translation>Eliminar el objetivo {number}</translation>
    </message>
    <message>
        <source>Remove the packages</source>
        <translation>Quitar los paquetes</translation>
    </message>
    <message>
        <source>Remove this sample</source>
        <translation>Quitar esta muestra</translation>
    </message>
    <message>
        <source>Remove what was asked there, with all verdicts? It cannot be brought back.</source>
        <translation>¿Eliminar lo que se preguntó allí, con todos los veredictos? No se podrá recuperar.</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>I&amp;nforme…</translation>
    </message>
    <message>
        <source>Restart QGIS, then try again.</source>
        <translation>Reinicie QGIS y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Restore the &amp;default keys</source>
        <translation>Restable&amp;cer las teclas predeterminadas</translation>
    </message>
    <message>
        <source>Results and languages</source>
        <translation>Resultados e idiomas</translation>
    </message>
    <message>
        <source>Revision {revision} of the hub.</source>
        <translation>Revisión {revision} del hub.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Right angles, for buildings</source>
        <translation>Ángulos rectos, para edificios</translation>
    </message>
    <message>
        <source>Runs in QGIS, as the options say.</source>
        <translation>Funciona en QGIS, como indican las opciones.</translation>
    </message>
    <message>
        <source>Runs in QGIS, where the engine's packages work.</source>
        <translation>Funciona en QGIS, donde los paquetes del motor funcionan bien.</translation>
    </message>
    <message>
        <source>Runs in a process of its own, as the options say.</source>
        <translation>Funciona en un proceso propio, como indican las opciones.</translation>
    </message>
    <message>
        <source>Runs in a process of its own, because its packages failed beside QGIS's libraries.</source>
        <translation>Funciona en un proceso propio, porque sus paquetes fallaron junto a las bibliotecas de QGIS.</translation>
    </message>
    <message>
        <source>Runs in the service that the shell uses, too.</source>
        <translation>Funciona en el servicio que también usa la consola.</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>&amp;Semilla</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>Em&amp;pezar</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Dete&amp;ner</translation>
    </message>
    <message>
        <source>S&amp;top teaching</source>
        <translation>Terminar de enseñ&amp;ar</translation>
    </message>
    <message>
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 de sus pesos</translation>
    </message>
    <message>
        <source>SHA-256 of the reasoner's weights</source>
        <translation>SHA-256 de los pesos del modelo de razonamiento</translation>
    </message>
    <message>
        <source>SHA-256 of the segmenter's weights</source>
        <translation>SHA-256 de los pesos del modelo de segmentación</translation>
    </message>
    <message>
        <source>Save it as a GeoTIFF first, or ask in AskMap's dock, which can look at any layer.</source>
        <translation>Guárdela primero como GeoTIFF o pregunte en el panel de AskMap, que puede mirar cualquier capa.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Say what works here</source>
        <translation>Decir qué funciona aquí</translation>
    </message>
    <message>
        <source>Sche&amp;ma</source>
        <translation>Es&amp;quema</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>S&amp;emilla</translation>
    </message>
    <message>
        <source>Se&amp;gmenter</source>
        <translation>Modelo de se&amp;gmentación</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Buscar en el historial</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Seed of the answer's randomness</source>
        <translation>Semilla del azar de la respuesta</translation>
    </message>
    <message>
        <source>Segmenter</source>
        <translation>Modelo de segmentación</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send what the map shows to {server}?</source>
        <translation>¿Enviar a {server} lo que muestra el mapa?</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Shaping the outlines</source>
        <translation>Dando forma a los contornos</translation>
    </message>
    <message>
        <source>Sho&amp;w on the map</source>
        <translation>&amp;Mostrar en el mapa</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
    <message>
        <source>Show its edge on the map</source>
        <translation>Mostrar su borde en el mapa</translation>
    </message>
    <message>
        <source>Show the &amp;introduction again</source>
        <translation>Mostrar &amp;de nuevo la introducción</translation>
    </message>
    <message>
        <source>Show the differences on the &amp;map</source>
        <translation>Mostrar las diferencias en el &amp;mapa</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Suavizadas</translation>
    </message>
    <message>
        <source>Some files in {place} are in use.</source>
        <translation>Algunos archivos de {place} están en uso.</translation>
    </message>
    <message>
        <source>Some models are given only to those who have agreed to their terms: do so on the model's page with an account, make a key there that may read, and choose it here. QGIS keeps it encrypted.</source>
        <translation>Algunos modelos solo se dan a quien ha aceptado sus condiciones: hágalo en la página del modelo con una cuenta, cree allí una clave de lectura y elíjala aquí. QGIS la guarda cifrada.</translation>
    </message>
    <message>
        <source>Something is drawn: keep it with Enter, or drop it with Esc.</source>
        <translation>Hay algo dibujado: consérvelo con Intro o descártelo con Esc.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Spl&amp;it</source>
        <translation>Par&amp;tición</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Dete&amp;ner</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Detenerlo</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Detenido; no se escribió nada.</translation>
    </message>
    <message>
        <source>Stopped; what was fetched is kept.</source>
        <translation>Detenido; lo ya descargado se conserva.</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>&amp;Tabla</translation>
    </message>
    <message>
        <source>Ta&amp;ke over</source>
        <translation>&amp;Adoptar</translation>
    </message>
    <message numerus="yes">
        <source>Ta&amp;ke the %n open one(s)</source>
        <translation><numerusform>Tomar tam&amp;bién %n pendiente</numerusform><numerusform>Tomar tam&amp;bién los %n pendientes</numerusform></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Take back a step on target {number}</source>
        <translation>Deshacer un paso en el objetivo {number}</translation>
    </message>
    <message>
        <source>Take it «As styled»</source>
        <translation>Tomarla «Con la simbología»</translation>
    </message>
    <message>
        <source>Take its settings</source>
        <translation>Tomar sus ajustes</translation>
    </message>
    <message>
        <source>Take o&amp;ut</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Target {number}</source>
        <translation>Objetivo {number}</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>Targets found: {count}</source>
        <translation>Objetivos encontrados: {count}</translation>
    </message>
    <message numerus="yes">
        <source>Targets of %n question(s)</source>
        <translation><numerusform>Objetivos de %n pregunta</numerusform><numerusform>Objetivos de %n preguntas</numerusform></translation>
    </message>
    <message>
        <source>Taught on: {what}, as chosen on the page «Ask».</source>
        <translation>Se enseña con: {what}, según lo elegido en la página «Preguntar».</translation>
    </message>
    <message>
        <source>Te&amp;mperature</source>
        <translation>Te&amp;mperatura</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseñar</translation>
    </message>
    <message>
        <source>Teach o&amp;n the map</source>
        <translation>En&amp;señar en el mapa</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Testing the installation</source>
        <translation>Comprobando la instalación</translation>
    </message>
    <message>
        <source>That is so already: the outline of target {number} stays.</source>
        <translation>Ya es así: el contorno del objetivo {number} se queda igual.</translation>
    </message>
    <message>
        <source>That takes {time} where 50 Mbit arrive a second.</source>
        <translation>Esto tarda {time} donde llegan 50 Mbit por segundo.</translation>
    </message>
    <message>
        <source>That takes {time}, as fast as the last download here.</source>
        <translation>Esto tarda {time}, a la velocidad de la última descarga aquí.</translation>
    </message>
    <message>
        <source>The &amp;same picture</source>
        <translation>La &amp;misma imagen</translation>
    </message>
    <message>
        <source>The answer goes into {file}…</source>
        <translation>La respuesta va a {file}…</translation>
    </message>
    <message>
        <source>The answer is kept in {path}.</source>
        <translation>La respuesta se guardó en {path}.</translation>
    </message>
    <message>
        <source>The box is too small, or lies outside of the view: draw it around a target.</source>
        <translation>El recuadro es demasiado pequeño o está fuera de la vista: dibújelo alrededor de un objetivo.</translation>
    </message>
    <message>
        <source>The bundle has no numpy that fits that of this QGIS, {numpy}.</source>
        <translation>El archivo no contiene un numpy compatible con el de este QGIS, {numpy}.</translation>
    </message>
    <message>
        <source>The bundle is for {theirs}, and this QGIS is {ours}.</source>
        <translation>El archivo es para {theirs}, y este QGIS es {ours}.</translation>
    </message>
    <message>
        <source>The bundle was made by AskMap {version}, and other packages are needed now.</source>
        <translation>El archivo lo creó AskMap {version}, y ahora se necesitan otros paquetes.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted: {reason}.</source>
        <translation>No se confía en el certificado del servidor: {reason}.</translation>
    </message>
    <message>
        <source>The database «{name}» says: {words}</source>
        <translation>La base de datos «{name}» dice: {words}</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard: paste them into a report of a problem.</source>
        <translation>El diagnóstico está en el portapapeles: péguelo en el informe de un problema.</translation>
    </message>
    <message>
        <source>The disk became full while the packages were installed.</source>
        <translation>El disco se llenó mientras se instalaban los paquetes.</translation>
    </message>
    <message>
        <source>The drawing of the mask was stopped.</source>
        <translation>Se detuvo el dibujo de la máscara.</translation>
    </message>
    <message>
        <source>The engine needs Python 3.10 or newer, and this QGIS has an older one: install a newer QGIS.</source>
        <translation>El motor necesita Python 3.10 o posterior y este QGIS tiene uno anterior: instale un QGIS más reciente.</translation>
    </message>
    <message>
        <source>The engine's packages did not load in time.</source>
        <translation>Los paquetes del motor no se cargaron a tiempo.</translation>
    </message>
    <message>
        <source>The engine's packages do not work with this QGIS: {reason}.</source>
        <translation>Los paquetes del motor no funcionan con este QGIS: {reason}.</translation>
    </message>
    <message>
        <source>The file of «{name}» cannot be written; the history holds your decision.</source>
        <translation>No se puede escribir el archivo de «{name}»; el historial conserva su decisión.</translation>
    </message>
    <message>
        <source>The files of the answers stay where they are: {fault}.</source>
        <translation>Los archivos de las respuestas se quedan donde están: {fault}.</translation>
    </message>
    <message>
        <source>The history is kept in {place} again.</source>
        <translation>El historial se guarda de nuevo en {place}.</translation>
    </message>
    <message>
        <source>The history is made smaller…</source>
        <translation>Se está reduciendo el historial…</translation>
    </message>
    <message>
        <source>The history takes {size}.</source>
        <translation>El historial ocupa {size}.</translation>
    </message>
    <message>
        <source>The hub that models come from</source>
        <translation>El hub del que vienen los modelos</translation>
    </message>
    <message>
        <source>The introduction is shown in the dock again.</source>
        <translation>La introducción se muestra de nuevo en el panel.</translation>
    </message>
    <message>
        <source>The last one, {time}: {question}</source>
        <translation>La última, {time}: {question}</translation>
    </message>
    <message>
        <source>The last sample is out of the data set again.</source>
        <translation>La última muestra ya no está en el conjunto de datos.</translation>
    </message>
    <message>
        <source>The layer {table} of {file} cannot be read back.</source>
        <translation>No se puede volver a leer la capa {table} de {file}.</translation>
    </message>
    <message>
        <source>The layer «{name}» could not be changed; the history holds your decision.</source>
        <translation>No se pudo modificar la capa «{name}»; el historial conserva su decisión.</translation>
    </message>
    <message>
        <source>The layers of «{question}» stay on the map: one of them is being edited.</source>
        <translation>Las capas de «{question}» se quedan en el mapa: una de ellas se está editando.</translation>
    </message>
    <message>
        <source>The map as I see it</source>
        <translation>El mapa tal como lo veo</translation>
    </message>
    <message>
        <source>The map shows nothing.</source>
        <translation>El mapa no muestra nada.</translation>
    </message>
    <message>
        <source>The map shows only accepted targets.</source>
        <translation>El mapa muestra solo los objetivos aceptados.</translation>
    </message>
    <message>
        <source>The model answered without giving its reasoning.</source>
        <translation>El modelo respondió sin dar su razonamiento.</translation>
    </message>
    <message>
        <source>The model does not know what that looks like.</source>
        <translation>El modelo no sabe qué aspecto tiene eso.</translation>
    </message>
    <message>
        <source>The model does not know what that looks like: no polygons, whether it is there or not.</source>
        <translation>El modelo no sabe qué aspecto tiene eso: ningún polígono, esté o no ahí.</translation>
    </message>
    <message>
        <source>The model has not answered yet.</source>
        <translation>El modelo aún no ha respondido.</translation>
    </message>
    <message>
        <source>The model saw {seen} pixels of a view of {view}.</source>
        <translation>El modelo vio {seen} píxeles de una vista de {view}.</translation>
    </message>
    <message numerus="yes">
        <source>The model sees 1 of every %n pixel(s) of this view.</source>
        <translation><numerusform>El modelo ve 1 de cada %n píxel de esta vista.</numerusform><numerusform>El modelo ve 1 de cada %n píxeles de esta vista.</numerusform></translation>
    </message>
    <message>
        <source>The models are being loaded. Enter keeps the sample; its mask follows.</source>
        <translation>Se están cargando los modelos. Intro conserva la muestra; su máscara vendrá después.</translation>
    </message>
    <message numerus="yes">
        <source>The models were freed after %n minute(s) without a question; the next one loads them again.</source>
        <translation><numerusform>Los modelos se liberaron tras %n minuto sin preguntas; la próxima los vuelve a cargar.</numerusform><numerusform>Los modelos se liberaron tras %n minutos sin preguntas; la próxima los vuelve a cargar.</numerusform></translation>
    </message>
    <message>
        <source>The models work, but found nothing in the generated landscape. A model for real imagery may well do so: ask it about imagery that it knows.</source>
        <translation>Los modelos funcionan, pero no encontraron nada en el paisaje generado. A un modelo para imágenes reales le puede pasar: pregúntele sobre imágenes que conozca.</translation>
    </message>
    <message>
        <source>The models work, but the reasoner does not know what the self-test asks for. Ask it about things that it knows.</source>
        <translation>Los modelos funcionan, pero el modelo de razonamiento no conoce aquello por lo que pregunta la autocomprobación. Pregúntele por cosas que conozca.</translation>
    </message>
    <message>
        <source>The packages are installed, but do not load: {reason}.</source>
        <translation>Los paquetes están instalados, pero no se cargan: {reason}.</translation>
    </message>
    <message>
        <source>The packages are installed.</source>
        <translation>Los paquetes están instalados.</translation>
    </message>
    <message>
        <source>The packages are installed; QGIS uses them when it starts again.</source>
        <translation>Los paquetes están instalados; QGIS los usará cuando se reinicie.</translation>
    </message>
    <message>
        <source>The packages are removed.</source>
        <translation>Los paquetes se han quitado.</translation>
    </message>
    <message>
        <source>The packages cannot be had for this QGIS: {reason}.</source>
        <translation>No hay paquetes para este QGIS: {reason}.</translation>
    </message>
    <message>
        <source>The packages could not be fetched: {reason}.</source>
        <translation>No se pudieron descargar los paquetes: {reason}.</translation>
    </message>
    <message>
        <source>The packages could not be installed: {reason}.</source>
        <translation>No se pudieron instalar los paquetes: {reason}.</translation>
    </message>
    <message>
        <source>The packages in {place} are in use by {programs}.</source>
        <translation>Los paquetes de {place} están en uso por {programs}.</translation>
    </message>
    <message>
        <source>The packages need {needed} MB of disk, and {free} MB are free.</source>
        <translation>Los paquetes necesitan {needed} MB de disco y hay {free} MB libres.</translation>
    </message>
    <message>
        <source>The packages that QGIS has are in use. AskMap can install its own into QGIS's profile:</source>
        <translation>Se usan los paquetes que ya tiene QGIS. AskMap puede instalar los suyos en el perfil de QGIS:</translation>
    </message>
    <message>
        <source>The picture cannot be written to {path}.</source>
        <translation>No se puede escribir la imagen en {path}.</translation>
    </message>
    <message>
        <source>The picture of this answer is not in the history.</source>
        <translation>La imagen de esta respuesta no está en el historial.</translation>
    </message>
    <message>
        <source>The picture was not kept with this answer.</source>
        <translation>La imagen no se guardó con esta respuesta.</translation>
    </message>
    <message>
        <source>The pictures lie beside it: {names}.</source>
        <translation>Las imágenes están al lado: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>The pictures of %n answer(s) are taken out: {size}.</source>
        <translation><numerusform>Se quita la imagen de %n respuesta: {size}.</numerusform><numerusform>Se quitan las imágenes de %n respuestas: {size}.</numerusform></translation>
    </message>
    <message>
        <source>The pixels of «{question}» were not kept, so there is no picture to write.</source>
        <translation>Los píxeles de «{question}» no se guardaron, así que no hay imagen que escribir.</translation>
    </message>
    <message>
        <source>The point lies outside of its box: put both points on the target.</source>
        <translation>El punto está fuera de su recuadro: ponga los dos puntos en el objetivo.</translation>
    </message>
    <message>
        <source>The preset asks with settings that this QGIS does not have.</source>
        <translation>La plantilla pregunta con ajustes que este QGIS no tiene.</translation>
    </message>
    <message>
        <source>The preset was asked with other settings: {settings}.</source>
        <translation>La plantilla se preguntó con otros ajustes: {settings}.</translation>
    </message>
    <message>
        <source>The proxy wants another name or password.</source>
        <translation>El proxy pide otro nombre u otra contraseña.</translation>
    </message>
    <message>
        <source>The question is about the answer below: «only the ones near the river»</source>
        <translation>La pregunta se refiere a la respuesta de abajo: «solo los que están cerca del río»</translation>
    </message>
    <message>
        <source>The question with its settings, as a text to share</source>
        <translation>La pregunta con sus ajustes, como texto para compartir</translation>
    </message>
    <message>
        <source>The reasoner is the one that you chose: {name}. What it knows, its makers say.</source>
        <translation>El modelo de razonamiento es el que usted eligió: {name}. Lo que sabe lo dicen sus autores.</translation>
    </message>
    <message>
        <source>The reasoner, such as a Qwen3-VL, reads the question, reasons and points; the segmenter, such as a SAM2, draws the mask of what it points at.</source>
        <translation>El modelo de razonamiento, por ejemplo un Qwen3-VL, lee la pregunta, razona y señala; el modelo de segmentación, por ejemplo un SAM2, dibuja la máscara de lo señalado.</translation>
    </message>
    <message>
        <source>The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on a device that is chosen automatically: its graphics card if it has one that serves, else its processor.</source>
        <translation>El modelo de razonamiento, que señala, y el modelo de segmentación, que dibuja las máscaras, se ejecutan en este equipo, en un dispositivo que se elige automáticamente: su tarjeta gráfica si tiene una que sirva; si no, su procesador.</translation>
    </message>
    <message>
        <source>The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on the device «{device}».</source>
        <translation>El modelo de razonamiento, que señala, y el modelo de segmentación, que dibuja las máscaras, se ejecutan en este equipo, en el dispositivo «{device}».</translation>
    </message>
    <message>
        <source>The reasoning appears here.</source>
        <translation>El razonamiento aparece aquí.</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>El informe está en {path}.</translation>
    </message>
    <message>
        <source>The reviewer's note</source>
        <translation>La nota de quien revisa</translation>
    </message>
    <message>
        <source>The reviewer's verdict: open, accepted or rejected</source>
        <translation>El veredicto de quien revisa: open (pendiente), accepted (aceptado) o rejected (rechazado)</translation>
    </message>
    <message>
        <source>The same question with another model, wording, seed or view</source>
        <translation>La misma pregunta con otro modelo, redacción, semilla o vista</translation>
    </message>
    <message>
        <source>The sample is in the data set again.</source>
        <translation>La muestra está de nuevo en el conjunto de datos.</translation>
    </message>
    <message>
        <source>The sample is out of the data set; «Undo» brings it back.</source>
        <translation>La muestra ya no está en el conjunto de datos; «Deshacer» la recupera.</translation>
    </message>
    <message>
        <source>The second point needs a place of its own on the target.</source>
        <translation>El segundo punto necesita un lugar propio en el objetivo.</translation>
    </message>
    <message>
        <source>The segmenter draws the mask. Enter keeps the sample with it.</source>
        <translation>El modelo de segmentación dibuja la máscara. Intro conserva la muestra con ella.</translation>
    </message>
    <message>
        <source>The segmenter drew no mask.</source>
        <translation>El modelo de segmentación no dibujó ninguna máscara.</translation>
    </message>
    <message>
        <source>The segmenter is drawing the outline…</source>
        <translation>El modelo de segmentación está dibujando el contorno…</translation>
    </message>
    <message>
        <source>The segmenter would not take that place into target {number}.</source>
        <translation>El modelo de segmentación no quiso incluir ese lugar en el objetivo {number}.</translation>
    </message>
    <message>
        <source>The segmenter would not take that place out of target {number}.</source>
        <translation>El modelo de segmentación no quiso quitar ese lugar del objetivo {number}.</translation>
    </message>
    <message>
        <source>The segmenter's mask and the box differ (IoU {iou}). Backspace goes back, Enter keeps it still.</source>
        <translation>La máscara del modelo de segmentación y el recuadro difieren (IoU {iou}). Retroceso vuelve atrás, Intro lo conserva de todos modos.</translation>
    </message>
    <message>
        <source>The self-test asks a bundled question…</source>
        <translation>La autocomprobación hace una pregunta incluida…</translation>
    </message>
    <message>
        <source>The self-test failed.</source>
        <translation>La autocomprobación falló.</translation>
    </message>
    <message>
        <source>The self-test met a bug in AskMap ({name}): please report it with the copied diagnostics.</source>
        <translation>La autocomprobación encontró un error de AskMap ({name}): comuníquelo con el diagnóstico copiado.</translation>
    </message>
    <message>
        <source>The self-test was stopped.</source>
        <translation>Se detuvo la autocomprobación.</translation>
    </message>
    <message>
        <source>The server's key cannot be read from QGIS's authentication store.</source>
        <translation>No se puede leer la clave del servidor en el almacén de autenticación de QGIS.</translation>
    </message>
    <message>
        <source>The small models that come with AskMap know some forty kinds of things in aerial imagery, and say so when they do not know what you ask for. For other things and other imagery, choose models of your own.</source>
        <translation>Los pequeños modelos que vienen con AskMap conocen unas cuarenta clases de cosas en imágenes aéreas, y lo dicen cuando no conocen aquello por lo que usted pregunta. Para otras cosas y otras imágenes, elija sus propios modelos.</translation>
    </message>
    <message>
        <source>The stretch is for a file's own pixels of more than 8 bits.</source>
        <translation>El estiramiento se aplica a los píxeles originales de un archivo de más de 8 bits.</translation>
    </message>
    <message>
        <source>The style could not be kept in the database.</source>
        <translation>No se pudo guardar el estilo en la base de datos.</translation>
    </message>
    <message>
        <source>The style of the layer draws by it.</source>
        <translation>El estilo de la capa la usa para dibujar.</translation>
    </message>
    <message>
        <source>The table {table} cannot be written. {details}</source>
        <translation>No se puede escribir la tabla {table}. {details}</translation>
    </message>
    <message>
        <source>The table {table} lacks the columns {names}.</source>
        <translation>A la tabla {table} le faltan las columnas {names}.</translation>
    </message>
    <message>
        <source>The targets below answer «{question}».</source>
        <translation>Los objetivos de abajo responden a «{question}».</translation>
    </message>
    <message>
        <source>The targets of an answer appear here.</source>
        <translation>Los objetivos de una respuesta aparecen aquí.</translation>
    </message>
    <message>
        <source>The view has no coordinate system, so its units count as metres.</source>
        <translation>La vista no tiene sistema de coordenadas, así que sus unidades cuentan como metros.</translation>
    </message>
    <message>
        <source>The whole picture (0)</source>
        <translation>La imagen entera (0)</translation>
    </message>
    <message>
        <source>Their memory is given back; the next question loads them again.</source>
        <translation>Su memoria se devuelve; la próxima pregunta los vuelve a cargar.</translation>
    </message>
    <message>
        <source>There are no targets.</source>
        <translation>No hay objetivos.</translation>
    </message>
    <message>
        <source>There is no reasoning: the question was not answered.</source>
        <translation>No hay razonamiento: la pregunta no se respondió.</translation>
    </message>
    <message>
        <source>There is no such file: choose another one.</source>
        <translation>Ese archivo no existe: elija otro.</translation>
    </message>
    <message>
        <source>There is no such folder: choose one that holds config.json and *.safetensors.</source>
        <translation>Esa carpeta no existe: elija una que contenga config.json y *.safetensors.</translation>
    </message>
    <message>
        <source>There is no such folder: choose one that is there.</source>
        <translation>Esa carpeta no existe: elija una que exista.</translation>
    </message>
    <message>
        <source>There is no transformation between the coordinate systems of the two.</source>
        <translation>No hay ninguna transformación del sistema de coordenadas de una al de la otra.</translation>
    </message>
    <message>
        <source>There is no transformation from {here} to {crs}.</source>
        <translation>No hay ninguna transformación de {here} a {crs}.</translation>
    </message>
    <message>
        <source>There is nothing to see in «{source}» here.</source>
        <translation>Aquí no hay nada que ver en «{source}».</translation>
    </message>
    <message>
        <source>These are the first {shown} of {all} characters; a copy has them all.</source>
        <translation>Estos son los primeros {shown} de {all} caracteres; una copia los tiene todos.</translation>
    </message>
    <message>
        <source>They run on the processor.</source>
        <translation>Se ejecutan en el procesador.</translation>
    </message>
    <message>
        <source>Thin out pictures…</source>
        <translation>Reducir imágenes…</translation>
    </message>
    <message>
        <source>This answer is in the data set already.</source>
        <translation>Esta respuesta ya está en el conjunto de datos.</translation>
    </message>
    <message>
        <source>This computer has {whole} GB of main memory; {free} GB are free.</source>
        <translation>Este equipo tiene {whole} GB de memoria principal; {free} GB están libres.</translation>
    </message>
    <message>
        <source>This folder holds no model, config.json is missing: choose the one that holds it.</source>
        <translation>Esta carpeta no contiene un modelo, falta config.json: elija la que lo contenga.</translation>
    </message>
    <message>
        <source>This folder holds no torch: choose the one that the packages were installed into.</source>
        <translation>Esta carpeta no contiene torch: elija aquella en la que se instalaron los paquetes.</translation>
    </message>
    <message>
        <source>This folder holds no weights: choose one with *.safetensors.</source>
        <translation>Esta carpeta no contiene pesos: elija una con *.safetensors.</translation>
    </message>
    <message>
        <source>This is a bug in AskMap ({name}). Please report it with the text in the Log Messages panel, tab AskMap.</source>
        <translation>Esto es un error de AskMap ({name}). Comuníquelo con el texto del panel de mensajes del registro, pestaña AskMap.</translation>
    </message>
    <message>
        <source>This layer has no pixels of its own that could be read.</source>
        <translation>Esta capa no tiene píxeles propios que se puedan leer.</translation>
    </message>
    <message>
        <source>This place of the map has no place in the view.</source>
        <translation>Este lugar del mapa no tiene lugar en la vista.</translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things.</source>
        <translation><numerusform>Este modelo pequeño conoce %n tipo de cosas.</numerusform><numerusform>Este modelo pequeño conoce %n tipos de cosas.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things: {kinds}.</source>
        <translation><numerusform>Este modelo pequeño conoce %n tipo de cosas: {kinds}.</numerusform><numerusform>Este modelo pequeño conoce %n tipos de cosas: {kinds}.</numerusform></translation>
    </message>
    <message>
        <source>Those for the graphics card can be installed in their place:</source>
        <translation>En su lugar se pueden instalar los de la tarjeta gráfica:</translation>
    </message>
    <message>
        <source>Trained on pixels of {finest} to {coarsest} on the ground.</source>
        <translation>Entrenado con píxeles de {finest} a {coarsest} en el terreno.</translation>
    </message>
    <message>
        <source>Tried here with {other}:</source>
        <translation>Probado aquí con {other}:</translation>
    </message>
    <message>
        <source>Try again, or reinstall the packages.</source>
        <translation>Inténtelo de nuevo o reinstale los paquetes.</translation>
    </message>
    <message>
        <source>Try again; everything is installed anew.</source>
        <translation>Vuelva a intentarlo; todo se instala de nuevo.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, ask who runs your network.</source>
        <translation>Vuelva a intentarlo; si se repite, pregunte a quien administra su red.</translation>
    </message>
    <message>
        <source>Try again; the file install.log in AskMap's folder of the profile says more.</source>
        <translation>Vuelva a intentarlo; el archivo install.log de la carpeta de AskMap en el perfil dice más.</translation>
    </message>
    <message>
        <source>Trying out the engine's packages</source>
        <translation>Probando los paquetes del motor</translation>
    </message>
    <message>
        <source>Trying out the packages</source>
        <translation>Probando los paquetes</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Update AskMap, or make a bundle with the AskMap that is installed here.</source>
        <translation>Actualice AskMap o cree un archivo con la versión de AskMap que está instalada aquí.</translation>
    </message>
    <message>
        <source>Update the packages</source>
        <translation>Actualizar los paquetes</translation>
    </message>
    <message>
        <source>Use for trai&amp;ning</source>
        <translation>P&amp;ara el entrenamiento</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>W&amp;here the engine runs</source>
        <translation>Dónde funci&amp;ona el motor</translation>
    </message>
    <message>
        <source>Wait for its answer, or stop it.</source>
        <translation>Espere su respuesta o deténgala.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then look again.</source>
        <translation>Espere a que termine y mire otra vez.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then look again; if none works there any more, remove {file}.</source>
        <translation>Espere a que termine y vuelva a mirar; si allí ya no trabaja ninguno, quite {file}.</translation>
    </message>
    <message>
        <source>Wait until the map is drawn, or zoom to where the layer has imagery.</source>
        <translation>Espere a que se dibuje el mapa o haga zum a donde la capa tenga imágenes.</translation>
    </message>
    <message>
        <source>Waiting for the models</source>
        <translation>Esperando a los modelos</translation>
    </message>
    <message>
        <source>Waiting to begin</source>
        <translation>A la espera de empezar</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>Wh&amp;at the model saw…</source>
        <translation>Lo &amp;que vio el modelo…</translation>
    </message>
    <message>
        <source>What AskMap warned of</source>
        <translation>De qué advirtió AskMap</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>What is drawn waits: «Teach on the map» goes on with it.</source>
        <translation>Lo dibujado espera: «Enseñar en el mapa» continúa con ello.</translation>
    </message>
    <message>
        <source>What the &amp;map shows now</source>
        <translation>Lo que muestra a&amp;hora el mapa</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>Lo que vio el modelo</translation>
    </message>
    <message>
        <source>What the model wrote, word for word</source>
        <translation>Lo que escribió el modelo, palabra por palabra</translation>
    </message>
    <message>
        <source>What the picture is of is chosen on the page «Ask».</source>
        <translation>De qué es la imagen se elige en la página «Preguntar».</translation>
    </message>
    <message>
        <source>What the reasoner calls the target</source>
        <translation>Cómo llama el modelo de razonamiento al objetivo</translation>
    </message>
    <message>
        <source>What the reasoner thought</source>
        <translation>Lo que pensó el modelo de razonamiento</translation>
    </message>
    <message>
        <source>What the two were asked about lies too far apart.</source>
        <translation>Lo que se preguntó en las dos está demasiado lejos entre sí.</translation>
    </message>
    <message>
        <source>What was &amp;found</source>
        <translation>Lo que se &amp;encontró</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Lo que se preguntó</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message>
        <source>When the answer was made, in UTC</source>
        <translation>Cuándo se hizo la respuesta, en UTC</translation>
    </message>
    <message>
        <source>When you ask, AskMap reads the pixels that the map shows: those of the layer you choose, or of the map as you see it.</source>
        <translation>Cuando pregunta, AskMap lee los píxeles que muestra el mapa: los de la capa que elija o los del mapa tal como lo ve.</translation>
    </message>
    <message>
        <source>Where could a helicopter land?</source>
        <translation>¿Dónde podría aterrizar un helicóptero?</translation>
    </message>
    <message>
        <source>Whether a question can be asked, and if not, what is missing and what to do: packages, models, device and memory. No model is loaded and no server asked, so it takes a moment.</source>
        <translation>Si se puede hacer una pregunta y, si no, qué falta y qué hacer: paquetes, modelos, dispositivo y memoria. No se carga ningún modelo ni se consulta ningún servidor, así que solo tarda un momento.</translation>
    </message>
    <message>
        <source>Which pixels</source>
        <translation>Qué píxeles</translation>
    </message>
    <message>
        <source>Which targets are shown</source>
        <translation>Qué objetivos se muestran</translation>
    </message>
    <message>
        <source>While the cards of an answer have the focus:</source>
        <translation>Mientras las tarjetas de una respuesta tienen el foco:</translation>
    </message>
    <message>
        <source>Who made the outline: model, refined, drawn or edited</source>
        <translation>Quién hizo el contorno: model (modelo), refined (refinado), drawn (dibujado) o edited (editado)</translation>
    </message>
    <message>
        <source>With a temperature above 0, another seed gives another answer.</source>
        <translation>Con una temperatura mayor que 0, otra semilla da otra respuesta.</translation>
    </message>
    <message>
        <source>Words of a question, a thought, a label or a note</source>
        <translation>Palabras de una pregunta, un razonamiento, una etiqueta o una nota</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Trabajando…</translation>
    </message>
    <message>
        <source>Write a note on it</source>
        <translation>Escribir una nota sobre él</translation>
    </message>
    <message>
        <source>Write it like https://hub.example, or leave the field empty.</source>
        <translation>Escríbala como https://hub.example, o deje el campo vacío.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escribiendo</translation>
    </message>
    <message>
        <source>Writing the layers</source>
        <translation>Escribiendo las capas</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Acercar (+)</translation>
    </message>
    <message>
        <source>Zoom in to ask about a part.</source>
        <translation>Acérquese para preguntar sobre una parte.</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Alejar (-)</translation>
    </message>
    <message>
        <source>Zoom there</source>
        <translation>Ir allí</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>Hacer zum a él</translation>
    </message>
    <message>
        <source>Zoom to the layer first.</source>
        <translation>Haga primero zum a la capa.</translation>
    </message>
    <message>
        <source>Zoom to where the view lies.</source>
        <translation>Haga zum a donde está la vista.</translation>
    </message>
    <message>
        <source>Zoom to «{layer}»</source>
        <translation>Acercar a «{layer}»</translation>
    </message>
    <message>
        <source>a corner, then the other one, then two points</source>
        <translation>una esquina, luego la otra, luego dos puntos</translation>
    </message>
    <message>
        <source>a file's own pixels</source>
        <translation>los píxeles originales de un archivo</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation><numerusform>alrededor de %n minuto</numerusform><numerusform>alrededor de %n minutos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation><numerusform>alrededor de %n segundo</numerusform><numerusform>alrededor de %n segundos</numerusform></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>an amount of memory that is not known</source>
        <translation>una cantidad desconocida</translation>
    </message>
    <message>
        <source>another QGIS, or AskMap's service</source>
        <translation>otro QGIS, o el servicio de AskMap</translation>
    </message>
    <message>
        <source>another target in the same sample</source>
        <translation>otro objetivo en la misma muestra</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondida</translation>
    </message>
    <message>
        <source>append to it</source>
        <translation>anexar</translation>
    </message>
    <message>
        <source>as QGIS</source>
        <translation>como QGIS</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>como se pregunte</translation>
    </message>
    <message>
        <source>as the model's folder says</source>
        <translation>según la carpeta del modelo</translation>
    </message>
    <message>
        <source>as the question</source>
        <translation>como la pregunta</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>se comprueba</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>se elimina</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>se obtiene</translation>
    </message>
    <message>
        <source>being tried</source>
        <translation>en prueba</translation>
    </message>
    <message>
        <source>beside the project</source>
        <translation>junto al proyecto</translation>
    </message>
    <message>
        <source>both</source>
        <translation>ambas</translation>
    </message>
    <message>
        <source>box, in the colour of its target</source>
        <translation>recuadro, del color de su objetivo</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>incluido</translation>
    </message>
    <message>
        <source>bundled, for aerial imagery</source>
        <translation>incluido, para imágenes aéreas</translation>
    </message>
    <message>
        <source>by area</source>
        <translation>por área</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>por número</translation>
    </message>
    <message>
        <source>by score</source>
        <translation>por puntuación</translation>
    </message>
    <message>
        <source>by target</source>
        <translation>por objetivo</translation>
    </message>
    <message>
        <source>by verdict</source>
        <translation>por veredicto</translation>
    </message>
    <message>
        <source>changed since it was checked</source>
        <translation>cambiado desde la comprobación</translation>
    </message>
    <message>
        <source>comes with AskMap</source>
        <translation>viene con AskMap</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>no cabe</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dudoso</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>dibujado a mano</translation>
    </message>
    <message>
        <source>drop what is drawn</source>
        <translation>descartar lo dibujado</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>editado a mano</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>cabe</translation>
    </message>
    <message>
        <source>for a server only</source>
        <translation>solo para un servidor</translation>
    </message>
    <message>
        <source>from 2 % to 98 % of the values</source>
        <translation>del 2 % al 98 % de los valores</translation>
    </message>
    <message>
        <source>from the lowest to the highest value</source>
        <translation>del valor más bajo al más alto</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>here, a folder of yours</source>
        <translation>aquí, una carpeta suya</translation>
    </message>
    <message>
        <source>here, in LM Studio's folder</source>
        <translation>aquí, en la carpeta de LM Studio</translation>
    </message>
    <message>
        <source>here, in the hub's cache</source>
        <translation>aquí, en la caché del hub</translation>
    </message>
    <message>
        <source>holes below {size} m² filled</source>
        <translation>huecos de menos de {size} m² rellenados</translation>
    </message>
    <message>
        <source>in QGIS</source>
        <translation>en QGIS</translation>
    </message>
    <message>
        <source>in QGIS, or in a process of its own where that fails</source>
        <translation>en QGIS, o en un proceso propio donde eso falle</translation>
    </message>
    <message>
        <source>in a process of its own</source>
        <translation>en un proceso propio</translation>
    </message>
    <message>
        <source>in the profile</source>
        <translation>en el perfil</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>it crashed ({signal})</source>
        <translation>se cerró de golpe ({signal})</translation>
    </message>
    <message>
        <source>it crashed ({signal}) in {place}</source>
        <translation>se cerró de golpe ({signal}) en {place}</translation>
    </message>
    <message>
        <source>it crashed without a word</source>
        <translation>se detuvo sin decir nada</translation>
    </message>
    <message>
        <source>it draws the mask of what is pointed at.</source>
        <translation>dibuja la máscara de lo que se señala.</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>terminó sin decir nada</translation>
    </message>
    <message>
        <source>it has Python {version}</source>
        <translation>tiene Python {version}</translation>
    </message>
    <message>
        <source>it reads the question, reasons and points.</source>
        <translation>lee la pregunta, razona y señala.</translation>
    </message>
    <message>
        <source>keep the sample</source>
        <translation>conservar la muestra</translation>
    </message>
    <message>
        <source>left only</source>
        <translation>solo izquierda</translation>
    </message>
    <message>
        <source>mean ± 2 standard deviations</source>
        <translation>media ± 2 desviaciones estándar</translation>
    </message>
    <message>
        <source>move the cross, in leaps</source>
        <translation>mover la cruz, a saltos</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>sin permiso</translation>
    </message>
    <message>
        <source>not added to the map</source>
        <translation>sin añadir al mapa</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>sin terminar</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>no está aquí</translation>
    </message>
    <message>
        <source>not in the other view</source>
        <translation>no está en la otra vista</translation>
    </message>
    <message>
        <source>not known to the model</source>
        <translation>desconocido para el modelo</translation>
    </message>
    <message>
        <source>not known whether it fits</source>
        <translation>no se sabe si cabe</translation>
    </message>
    <message>
        <source>not the target</source>
        <translation>no es el objetivo</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nada encontrado</translation>
    </message>
    <message>
        <source>nothing here answers the question</source>
        <translation>nada aquí responde a la pregunta</translation>
    </message>
    <message>
        <source>on the target</source>
        <translation>en el objetivo</translation>
    </message>
    <message>
        <source>one of the last questions</source>
        <translation>una de las últimas preguntas</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>un paso atrás</translation>
    </message>
    <message>
        <source>open</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>open and rejected targets too</source>
        <translation>también los objetivos abiertos y rechazados</translation>
    </message>
    <message>
        <source>open targets too</source>
        <translation>también los objetivos abiertos</translation>
    </message>
    <message>
        <source>part of it is here</source>
        <translation>hay una parte aquí</translation>
    </message>
    <message>
        <source>parts below {size} m² left out</source>
        <translation>partes de menos de {size} m² omitidas</translation>
    </message>
    <message>
        <source>processor (cpu)</source>
        <translation>procesador (cpu)</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>replace it</source>
        <translation>reemplazar</translation>
    </message>
    <message>
        <source>right angles</source>
        <translation>ángulos rectos</translation>
    </message>
    <message>
        <source>right only</source>
        <translation>solo derecha</translation>
    </message>
    <message>
        <source>served</source>
        <translation>servido</translation>
    </message>
    <message>
        <source>simplified by up to {size} m</source>
        <translation>simplificado hasta {size} m</translation>
    </message>
    <message>
        <source>smooth corners</source>
        <translation>esquinas suaves</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>target with its number (colours repeat)</source>
        <translation>objetivo con su número (los colores se repiten)</translation>
    </message>
    <message>
        <source>the layer as it is drawn</source>
        <translation>la capa tal como se dibuja</translation>
    </message>
    <message>
        <source>the models</source>
        <translation>los modelos</translation>
    </message>
    <message>
        <source>the models, corrected</source>
        <translation>los modelos, corregido</translation>
    </message>
    <message>
        <source>this QGIS</source>
        <translation>este QGIS</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>justo</translation>
    </message>
    <message>
        <source>type the question; Enter goes back to the map</source>
        <translation>escribir la pregunta; Intro vuelve al mapa</translation>
    </message>
    <message>
        <source>undo the last sample</source>
        <translation>deshacer la última muestra</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>espera su turno</translation>
    </message>
    <message>
        <source>what serves best</source>
        <translation>el más adecuado</translation>
    </message>
    <message>
        <source>what suits the model and the device</source>
        <translation>lo que conviene al modelo y al dispositivo</translation>
    </message>
    <message>
        <source>what-the-model-saw.png</source>
        <translation>lo-que-vio-el-modelo.png</translation>
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
        <translation>{count} de {all} objetivos; aceptados: {accepted}</translation>
    </message>
    <message>
        <source>{download} MB to fetch, {room} MB on the disk, where {free} MB are free.</source>
        <translation>{download} MB por descargar, {room} MB en el disco, donde hay {free} MB libres.</translation>
    </message>
    <message>
        <source>{fault} Enter keeps the sample without a mask.</source>
        <translation>{fault} Intro conserva la muestra sin máscara.</translation>
    </message>
    <message>
        <source>{fault} The history is kept in {place} until it can be written there again.</source>
        <translation>{fault} El historial se guarda en {place} hasta que se pueda volver a escribir allí.</translation>
    </message>
    <message>
        <source>{file} cannot be read back.</source>
        <translation>No se puede volver a leer {file}.</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>No se puede escribir {file}.</translation>
    </message>
    <message>
        <source>{file} exists and will be replaced.</source>
        <translation>{file} ya existe y se reemplazará.</translation>
    </message>
    <message>
        <source>{file} is a layer of the map that is being edited, or that AskMap did not export.</source>
        <translation>{file} es una capa del mapa que se está editando o que AskMap no exportó.</translation>
    </message>
    <message>
        <source>{file} is not opened again: it can refer to other files or to the network. {hint}</source>
        <translation>{file} no se abre de nuevo: puede remitir a otros archivos o a la red. {hint}</translation>
    </message>
    <message>
        <source>{file} was there already and belongs to something else, so it stays as it is.</source>
        <translation>{file} ya existía y pertenece a otra cosa, así que se queda como está.</translation>
    </message>
    <message>
        <source>{folder} holds a model that AskMap does not load.</source>
        <translation>{folder} contiene un modelo que AskMap no carga.</translation>
    </message>
    <message>
        <source>{folder} is in use now.</source>
        <translation>{folder} está ahora en uso.</translation>
    </message>
    <message>
        <source>{format} is always in WGS 84.</source>
        <translation>{format} siempre está en WGS 84.</translation>
    </message>
    <message>
        <source>{gigabytes} GB</source>
        <translation>{gigabytes} GB</translation>
    </message>
    <message>
        <source>{here} of it have come: when you get it, that goes on from there.</source>
        <translation>Han llegado {here}: al obtenerlo, continúa desde ahí.</translation>
    </message>
    <message>
        <source>{key} would mean «{one}» and «{other}»: choose another key, or the old ones stay.</source>
        <translation>{key} significaría «{one}» y «{other}»: elija otra tecla o se mantendrán las anteriores.</translation>
    </message>
    <message>
        <source>{layer} (not in this project)</source>
        <translation>{layer} (no está en este proyecto)</translation>
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
        <translation>Se está obteniendo {name}.</translation>
    </message>
    <message>
        <source>{name} is damaged: {files}. Delete it and get it again.</source>
        <translation>{name} está dañado: {files}. Elimínelo y obténgalo de nuevo.</translation>
    </message>
    <message>
        <source>{name} is damaged: {member} in it is not what it should be.</source>
        <translation>{name} está dañado: {member}, dentro de él, no es lo que debería ser.</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name} está eliminado.</translation>
    </message>
    <message>
        <source>{name} is deleted; {files} were put there by others, and stay.</source>
        <translation>{name} está eliminado; {files} lo pusieron otros y se queda.</translation>
    </message>
    <message>
        <source>{name} is here. Press «Use» to work with it.</source>
        <translation>{name} está aquí. Pulse «Usar» para trabajar con él.</translation>
    </message>
    <message>
        <source>{name} is no bundle of AskMap's packages.</source>
        <translation>{name} no es un archivo con los paquetes de AskMap.</translation>
    </message>
    <message>
        <source>{name} is not what was expected: it was damaged or changed on its way.</source>
        <translation>{name} no es lo que se esperaba: se dañó o se cambió por el camino.</translation>
    </message>
    <message>
        <source>{name} was made by a later AskMap than this one.</source>
        <translation>{name} lo creó una versión de AskMap posterior a esta.</translation>
    </message>
    <message>
        <source>{name}: all files are as the hub says.</source>
        <translation>{name}: todos los archivos son como dice el hub.</translation>
    </message>
    <message>
        <source>{name}: nobody has said what its files should be.</source>
        <translation>{name}: nadie ha dicho cómo deben ser sus archivos.</translation>
    </message>
    <message>
        <source>{name}: question {number} of {total}</source>
        <translation>{name}: pregunta {number} de {total}</translation>
    </message>
    <message>
        <source>{name}: stopped.</source>
        <translation>{name}: detenido.</translation>
    </message>
    <message>
        <source>{name}: stopped. What has come is kept, and goes on from there.</source>
        <translation>{name}: detenido. Lo que llegó se conserva, y continúa desde ahí.</translation>
    </message>
    <message>
        <source>{name}: {done} of {total}</source>
        <translation>{name}: {done} de {total}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{place} cannot be read: {reason}.</source>
        <translation>No se puede leer {place}: {reason}.</translation>
    </message>
    <message>
        <source>{place} cannot be written: {reason}.</source>
        <translation>No se puede escribir en {place}: {reason}.</translation>
    </message>
    <message>
        <source>{program} (process {number})</source>
        <translation>{program} (proceso {number})</translation>
    </message>
    <message>
        <source>{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, loaded in {load} s, on {device}.</source>
        <translation>{right} de {asked} preguntas acertadas, {seconds} s por respuesta, {pieces} fragmentos de texto por segundo, cargado en {load} s, en {device}.</translation>
    </message>
    <message>
        <source>{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, {memory} of memory at most, loaded in {load} s, on {device}.</source>
        <translation>{right} de {asked} preguntas acertadas, {seconds} s por respuesta, {pieces} fragmentos de texto por segundo, {memory} de memoria como máximo, cargado en {load} s, en {device}.</translation>
    </message>
    <message>
        <source>{right} of {asked} real questions right.</source>
        <translation>{right} de {asked} preguntas reales bien respondidas.</translation>
    </message>
    <message>
        <source>{right} of {asked} real questions right. {left} more were not asked: they take too long here.</source>
        <translation>{right} de {asked} preguntas reales bien respondidas. Quedaron {left} sin hacer: tardan demasiado en este equipo.</translation>
    </message>
    <message>
        <source>{step}, {time} left</source>
        <translation>{step}, quedan {time}</translation>
    </message>
    <message>
        <source>{targets}: {accepted} accepted, {rejected} rejected, {open} open</source>
        <translation>{targets}: aceptados: {accepted}, rechazados: {rejected}, pendientes: {open}</translation>
    </message>
    <message>
        <source>{whole}, {free} of them free</source>
        <translation>{whole}, de ellos {free} libres</translation>
    </message>
    <message>
        <source>«Undo» brings them back, until QGIS is closed or something else is deleted.</source>
        <translation>«Deshacer» las recupera hasta que se cierre QGIS o se elimine otra cosa.</translation>
    </message>
    <message>
        <source>«{address}» is no address of a hub.</source>
        <translation>«{address}» no es la dirección de un hub.</translation>
    </message>
    <message numerus="yes">
        <source>«{word}»: about %n pixel(s) across in what the model sees. Zoom in to ask about it.</source>
        <translation><numerusform>«{word}»: cerca de %n píxel de ancho en lo que ve el modelo. Acérquese para preguntar por ello.</numerusform><numerusform>«{word}»: unos %n píxeles de ancho en lo que ve el modelo. Acérquese para preguntar por ello.</numerusform></translation>
    </message>
    <message>
        <source>«{word}»: smaller than a pixel in what the model sees. Zoom in to ask about it.</source>
        <translation>«{word}»: más pequeño que un píxel en lo que ve el modelo. Acérquese para preguntar por ello.</translation>
    </message>
</context>
<context>
    <name>askmap-backend</name>
    <message>
        <source>A .pt file needs Meta's package sam2, and {name} is not installed.</source>
        <translation>Un archivo .pt necesita el paquete sam2 de Meta, y {name} no está instalado.</translation>
    </message>
    <message>
        <source>A model of at most {billions:.1f} billion parameters would fit.</source>
        <translation>Cabría un modelo de {billions:.1f} mil millones de parámetros como máximo.</translation>
    </message>
    <message>
        <source>A picture cannot be kept as PNG.</source>
        <translation>No se puede guardar una imagen como PNG.</translation>
    </message>
    <message>
        <source>A picture that was kept as PNG is damaged.</source>
        <translation>Una imagen guardada como PNG está dañada.</translation>
    </message>
    <message>
        <source>A raster cannot be read from the standard input.</source>
        <translation>No se puede leer un ráster de la entrada estándar.</translation>
    </message>
    <message>
        <source>Accept or reject all targets first.</source>
        <translation>Acepte o rechace primero todos los objetivos.</translation>
    </message>
    <message>
        <source>Agree to its terms at {page} with an account, then give a key of it.</source>
        <translation>Acepte sus condiciones en {page} con una cuenta e indique después una clave de esa cuenta.</translation>
    </message>
    <message>
        <source>Another QGIS has changed target {number} of this answer.</source>
        <translation>Otro QGIS ha cambiado el objetivo {number} de esta respuesta.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondido</translation>
    </message>
    <message>
        <source>Ask about a smaller part of it, or build overviews: in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo.</source>
        <translation>Pregunte sobre una parte más pequeña o cree pirámides: en QGIS en las propiedades de la capa, «Pirámides», en una consola con gdaladdo.</translation>
    </message>
    <message>
        <source>Ask about its two sides one after the other.</source>
        <translation>Pregunte primero por un lado y luego por el otro.</translation>
    </message>
    <message>
        <source>Ask about one of them, such as {name}</source>
        <translation>Pregunte sobre uno de ellos, por ejemplo {name}</translation>
    </message>
    <message>
        <source>Ask again in other words, or choose the answer format that the model was trained for.</source>
        <translation>Pregunte de nuevo con otras palabras o elija el formato de respuesta para el que se entrenó el modelo.</translation>
    </message>
    <message>
        <source>Ask again when that has ended.</source>
        <translation>Vuelva a preguntar cuando haya terminado.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Pregunte de nuevo.</translation>
    </message>
    <message>
        <source>Ask again. If it happens again, install the packages of the engine again.</source>
        <translation>Pregunte de nuevo. Si vuelve a ocurrir, instale de nuevo los paquetes del motor.</translation>
    </message>
    <message>
        <source>Ask again: a new process starts then. If it keeps ending, choose a smaller model or a smaller view.</source>
        <translation>Pregunte de nuevo: se iniciará un proceso nuevo. Si sigue terminando, elija un modelo más pequeño o una vista más pequeña.</translation>
    </message>
    <message>
        <source>Ask again; if it happens again, see what the server says in its own program.</source>
        <translation>Pregunte de nuevo; si vuelve a ocurrir, mire qué dice el servidor en su propio programa.</translation>
    </message>
    <message>
        <source>Ask for the same in one sentence, and accept that answer.</source>
        <translation>Pregunte lo mismo en una sola frase y acepte esa respuesta.</translation>
    </message>
    <message>
        <source>Ask in fewer words, or choose a smaller view.</source>
        <translation>Pregunte con menos palabras o elija una vista más pequeña.</translation>
    </message>
    <message>
        <source>Ask in one or two sentences what to look for.</source>
        <translation>Pregunte en una o dos frases qué hay que buscar.</translation>
    </message>
    <message>
        <source>Ask it again.</source>
        <translation>Hágala de nuevo.</translation>
    </message>
    <message>
        <source>Ask without it.</source>
        <translation>Pregunte sin él.</translation>
    </message>
    <message>
        <source>Ask without one.</source>
        <translation>Pregunte sin uno.</translation>
    </message>
    <message>
        <source>AskMap cannot tell in which format the model in {folder} answers.</source>
        <translation>AskMap no puede saber en qué formato responde el modelo de {folder}.</translation>
    </message>
    <message>
        <source>AskMap draws no «{suffix}» pictures.</source>
        <translation>AskMap no dibuja imágenes «{suffix}».</translation>
    </message>
    <message>
        <source>AskMap has not fetched {name}.</source>
        <translation>AskMap no ha descargado {name}.</translation>
    </message>
    <message>
        <source>AskMap knows no answer format «{name}».</source>
        <translation>AskMap no conoce el formato de respuesta «{name}».</translation>
    </message>
    <message>
        <source>AskMap writes no «{suffix}» files.</source>
        <translation>AskMap no escribe archivos «{suffix}».</translation>
    </message>
    <message>
        <source>AskMap writes no «{suffix}» reports.</source>
        <translation>AskMap no escribe informes «{suffix}».</translation>
    </message>
    <message>
        <source>Check its address, and whether this network wants a login in a browser first.</source>
        <translation>Compruebe su dirección y si esta red pide antes iniciar sesión en un navegador.</translation>
    </message>
    <message>
        <source>Check the address and the connection, or download the file first.</source>
        <translation>Compruebe la dirección y la conexión, o descargue antes el archivo.</translation>
    </message>
    <message>
        <source>Check the address of the hub.</source>
        <translation>Compruebe la dirección del hub.</translation>
    </message>
    <message>
        <source>Check the address: that of LM Studio, Ollama, llama.cpp and vLLM ends in /v1.</source>
        <translation>Compruebe la dirección: la de LM Studio, Ollama, llama.cpp y vLLM termina en /v1.</translation>
    </message>
    <message>
        <source>Check the address; a certificate of your own has to be installed on this computer.</source>
        <translation>Compruebe la dirección; un certificado propio debe estar instalado en este equipo.</translation>
    </message>
    <message>
        <source>Check the name: it is written as its owner writes it, such as owner/name.</source>
        <translation>Compruebe el nombre: se escribe como lo escribe su propietario, por ejemplo propietario/nombre.</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>Compruebe la red y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Choose a .pt file of SAM2, or a folder.</source>
        <translation>Elija un archivo .pt de SAM2 o una carpeta.</translation>
    </message>
    <message>
        <source>Choose a Qwen2.5-VL, Qwen3-VL or Qwen3.5 reasoner and a SAM2, SAM3 or EdgeTAM segmenter.</source>
        <translation>Elija un modelo de razonamiento Qwen2.5-VL, Qwen3-VL o Qwen3.5 y un modelo de segmentación SAM2, SAM3 o EdgeTAM.</translation>
    </message>
    <message>
        <source>Choose a file that holds the key in its first line.</source>
        <translation>Elija un archivo que tenga la clave en su primera línea.</translation>
    </message>
    <message>
        <source>Choose a folder that holds config.json and *.safetensors.</source>
        <translation>Elija una carpeta que contenga config.json y *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a folder with *.safetensors.</source>
        <translation>Elija una carpeta con *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a model that sees pictures and points at things, such as Qwen3-VL.</source>
        <translation>Elija un modelo que vea imágenes y señale cosas, como Qwen3-VL.</translation>
    </message>
    <message>
        <source>Choose a name ending in .md or .html.</source>
        <translation>Elija un nombre que termine en .md o .html.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png.</source>
        <translation>Elija un nombre que termine en .png.</translation>
    </message>
    <message>
        <source>Choose a name that ends in {names}.</source>
        <translation>Elija un nombre que termine en {names}.</translation>
    </message>
    <message>
        <source>Choose a repository with *.safetensors.</source>
        <translation>Elija un repositorio con *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a smaller model, or a smaller view.</source>
        <translation>Elija un modelo más pequeño o una vista más pequeña.</translation>
    </message>
    <message>
        <source>Choose a view inside the raster's extent.</source>
        <translation>Elija una vista dentro de la extensión del ráster.</translation>
    </message>
    <message>
        <source>Choose a view that shows imagery.</source>
        <translation>Elija una vista que muestre imágenes.</translation>
    </message>
    <message>
        <source>Choose another entry of the history.</source>
        <translation>Elija otra entrada del historial.</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>Elija otro nombre de archivo.</translation>
    </message>
    <message>
        <source>Choose another folder, or another name for the split.</source>
        <translation>Elija otra carpeta u otro nombre para la partición.</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>Elija otra carpeta o libere espacio.</translation>
    </message>
    <message>
        <source>Choose another name, or write a GeoPackage (.gpkg) instead.</source>
        <translation>Elija otro nombre o escriba en su lugar un GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>Choose its answer format in the settings, or write it into the file askmap.json in its folder: {example} for a Qwen as published.</source>
        <translation>Elija su formato de respuesta en los ajustes, o escríbalo en el archivo askmap.json de su carpeta: {example} para un Qwen tal como se publicó.</translation>
    </message>
    <message>
        <source>Choose letters, digits, - and _.</source>
        <translation>Use letras, cifras, - y _.</translation>
    </message>
    <message>
        <source>Choose one of the models that it lists; the address ends in /v1.</source>
        <translation>Elija uno de los modelos que enumera; la dirección termina en /v1.</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Elija uno de {names}.</translation>
    </message>
    <message>
        <source>Choose smaller models, or let a server run the reasoner.</source>
        <translation>Elija modelos más pequeños o deje que un servidor ejecute el modelo de razonamiento.</translation>
    </message>
    <message>
        <source>Choose the device «auto» or «cpu».</source>
        <translation>Elija el dispositivo «auto» o «cpu».</translation>
    </message>
    <message>
        <source>Choose the model's unquantized folder, or let a server such as LM Studio run it, and give its address.</source>
        <translation>Elija la carpeta del modelo sin cuantizar, o deje que lo ejecute un servidor como LM Studio e indique su dirección.</translation>
    </message>
    <message>
        <source>Choose the model's unquantized folder.</source>
        <translation>Elija la carpeta del modelo sin cuantizar.</translation>
    </message>
    <message>
        <source>Choose the precision «auto» or «float32».</source>
        <translation>Elija la precisión «auto» o «float32».</translation>
    </message>
    <message>
        <source>Choose the raster that the polygons were drawn on.</source>
        <translation>Elija el ráster sobre el que se dibujaron los polígonos.</translation>
    </message>
    <message>
        <source>Close it there, or choose another file name.</source>
        <translation>Ciérrelo allí o elija otro nombre de archivo.</translation>
    </message>
    <message>
        <source>Copy all of it again, from where it was made.</source>
        <translation>Cópielo entero otra vez, desde donde se creó.</translation>
    </message>
    <message>
        <source>Copy or download the model again.</source>
        <translation>Copie o descargue el modelo de nuevo.</translation>
    </message>
    <message>
        <source>Correct the name and the password of the proxy, then try again.</source>
        <translation>Corrija el nombre y la contraseña del proxy y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Delete it: what was measured is lost then, and can be measured again.</source>
        <translation>Elimínelo: lo medido se pierde entonces, y se puede volver a medir.</translation>
    </message>
    <message>
        <source>Delete the entry, or update AskMap if a newer one wrote it.</source>
        <translation>Elimine la entrada o actualice AskMap si la escribió uno más reciente.</translation>
    </message>
    <message>
        <source>Draw what answers and accept it, or ask another model.</source>
        <translation>Dibuje lo que responda a la pregunta y acéptelo, o pregunte a otro modelo.</translation>
    </message>
    <message>
        <source>Drawing the masks</source>
        <translation>Dibujando las máscaras</translation>
    </message>
    <message>
        <source>End that one with «askmap serve --end», or ask without it.</source>
        <translation>Termínelo con «askmap serve --end», o pregunte sin él.</translation>
    </message>
    <message>
        <source>Enter the key that its owner gave you.</source>
        <translation>Introduzca la clave que le dio su dueño.</translation>
    </message>
    <message>
        <source>Feature {number} of {path} has no place in the raster's coordinate system.</source>
        <translation>El objeto espacial {number} de {path} no tiene lugar en el sistema de coordenadas del ráster.</translation>
    </message>
    <message>
        <source>Feature {number} of {path} is a {kind}, not a polygon.</source>
        <translation>El objeto espacial {number} de {path} es un {kind}, no un polígono.</translation>
    </message>
    <message>
        <source>Fetch the model's unquantized folder: the adapter finds it.</source>
        <translation>Descargue la carpeta del modelo sin cuantizar: el adaptador la encontrará.</translation>
    </message>
    <message>
        <source>Fetch {base} with `askmap models get`, or put its folder beside the adapter's.</source>
        <translation>Descargue {base} con `askmap models get`, o ponga su carpeta junto a la del adaptador.</translation>
    </message>
    <message>
        <source>Free some space or close other programs that use the file, then try again.</source>
        <translation>Libere espacio o cierre otros programas que usen el archivo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Free some space there, and ask again.</source>
        <translation>Libere espacio allí y pregunte de nuevo.</translation>
    </message>
    <message>
        <source>Give a project's file beside which one lies, its folder, or the history's own .gpkg.</source>
        <translation>Indique el archivo de un proyecto junto al que haya uno, su carpeta o el propio .gpkg del historial.</translation>
    </message>
    <message>
        <source>Give each output a name of its own.</source>
        <translation>Dé a cada salida un nombre propio.</translation>
    </message>
    <message>
        <source>Give the bounding box in the raster's own units, without a coordinate system.</source>
        <translation>Indique el rectángulo envolvente en las unidades del ráster, sin sistema de coordenadas.</translation>
    </message>
    <message>
        <source>Give the file of one project.</source>
        <translation>Indique el archivo de un proyecto.</translation>
    </message>
    <message>
        <source>Give the smaller x and y first; to cross 180 degrees, go on counting, for example to 190.</source>
        <translation>Indique primero la x y la y menores; más allá de los 180 grados, siga contando, por ejemplo hasta 190.</translation>
    </message>
    <message>
        <source>Go on working; what can still be read of the old history, sqlite3's «.recover» will find.</source>
        <translation>Siga trabajando; lo que aún se pueda leer del historial antiguo lo encontrará «.recover» de sqlite3.</translation>
    </message>
    <message>
        <source>Install AskMap's extra «meta», or choose a SAM2 folder with config.json and *.safetensors.</source>
        <translation>Instale el extra «meta» de AskMap o elija una carpeta de SAM2 con config.json y *.safetensors.</translation>
    </message>
    <message>
        <source>Install a newer QGIS, or a newer Python.</source>
        <translation>Instale un QGIS más reciente o un Python más reciente.</translation>
    </message>
    <message>
        <source>Install the packages of the engine again.</source>
        <translation>Instale de nuevo los paquetes del motor.</translation>
    </message>
    <message>
        <source>Install the packages of the engine: in QGIS with AskMap's button, in a shell as README.md shows.</source>
        <translation>Instale los paquetes del motor: en QGIS con el botón de AskMap, en un terminal como se muestra en README.md.</translation>
    </message>
    <message>
        <source>Install them with the button in AskMap's dock; in a shell, as README.md shows.</source>
        <translation>Instálelos con el botón del panel de AskMap; en una consola, como muestra README.md.</translation>
    </message>
    <message>
        <source>It has: {names}.</source>
        <translation>Tiene: {names}.</translation>
    </message>
    <message>
        <source>Load a model that sees pictures there first.</source>
        <translation>Cargue primero allí un modelo que vea imágenes.</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Cargando los modelos</translation>
    </message>
    <message>
        <source>Make an amplitude raster of it first, for example with gdal_translate on a derived band.</source>
        <translation>Haga primero un ráster de amplitud, por ejemplo con gdal_translate sobre una banda derivada.</translation>
    </message>
    <message>
        <source>Make one GeoTIFF of it first, with gdal_translate or gdalwarp.</source>
        <translation>Haga primero un único GeoTIFF con gdal_translate o gdalwarp.</translation>
    </message>
    <message>
        <source>Memory ran out, so the model saw the picture with fewer pixels: {width} × {height}.</source>
        <translation>Se agotó la memoria, así que el modelo vio la imagen con menos píxeles: {width} × {height}.</translation>
    </message>
    <message>
        <source>Memory ran out: trying again with fewer pixels</source>
        <translation>Se agotó la memoria: se intenta de nuevo con menos píxeles</translation>
    </message>
    <message>
        <source>Mend or remove what is named, then give the same command again: what was finished is kept.</source>
        <translation>Corrija o elimine lo que se nombra y repita la misma orden: lo terminado se conserva.</translation>
    </message>
    <message>
        <source>Merge it into its model first.</source>
        <translation>Combínelo primero con su modelo.</translation>
    </message>
    <message>
        <source>Merge it into its model with peft, and choose the merged folder.</source>
        <translation>Combínelo con su modelo mediante peft y elija la carpeta resultante.</translation>
    </message>
    <message>
        <source>Merge it into the model, or remove adapter_config.json.</source>
        <translation>Combínelo con el modelo o elimine adapter_config.json.</translation>
    </message>
    <message>
        <source>Move to where the layer has data, and ask again.</source>
        <translation>Vaya a donde la capa tenga datos y vuelva a preguntar.</translation>
    </message>
    <message>
        <source>No box and no point of the model's answer can be read.</source>
        <translation>No se puede leer ningún recuadro ni punto de la respuesta del modelo.</translation>
    </message>
    <message>
        <source>No service can be used in the folder {folder}: {reason}.</source>
        <translation>No se puede usar ningún servicio en la carpeta {folder}: {reason}.</translation>
    </message>
    <message>
        <source>One part of the raster takes more than a minute to read.</source>
        <translation>Leer una parte del ráster lleva más de un minuto.</translation>
    </message>
    <message>
        <source>Only one of {path} and its raster has a coordinate system on the earth; the other has a local one or none.</source>
        <translation>Solo uno de los dos, {path} o su ráster, tiene un sistema de coordenadas terrestre; el otro tiene uno local o ninguno.</translation>
    </message>
    <message>
        <source>Open it with gdalinfo to see what is wrong, or choose another raster.</source>
        <translation>Ábralo con gdalinfo para ver qué falla o elija otro ráster.</translation>
    </message>
    <message>
        <source>Open it with ogrinfo to see what is wrong, or choose another file.</source>
        <translation>Ábralo con ogrinfo para ver qué falla o elija otro archivo.</translation>
    </message>
    <message>
        <source>Others can read the key in {path}.</source>
        <translation>Otros pueden leer la clave de {path}.</translation>
    </message>
    <message>
        <source>Reading the raster</source>
        <translation>Leyendo el ráster</translation>
    </message>
    <message>
        <source>Reading the raster: {percent} %</source>
        <translation>Leyendo el ráster: {percent} %</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Razonando</translation>
    </message>
    <message>
        <source>Rectify it first: gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif</source>
        <translation>Rectifíquelo primero: gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif</translation>
    </message>
    <message>
        <source>Reject it, or correct its outline.</source>
        <translation>Rechácelo o corrija su contorno.</translation>
    </message>
    <message>
        <source>Remove it, or make it yours alone.</source>
        <translation>Elimínela o hágala solo suya.</translation>
    </message>
    <message>
        <source>Remove that trigger, index or column, or rename the file to begin a new one.</source>
        <translation>Elimine ese disparador, índice o columna, o cambie el nombre del archivo para empezar uno nuevo.</translation>
    </message>
    <message>
        <source>Remove the model and fetch it again.</source>
        <translation>Elimine el modelo y descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>Rename that file, and a new one begins.</source>
        <translation>Cambie el nombre de ese archivo y se empezará uno nuevo.</translation>
    </message>
    <message>
        <source>Restart QGIS, so that both are of the same version.</source>
        <translation>Reinicie QGIS para que ambos sean de la misma versión.</translation>
    </message>
    <message>
        <source>Run chmod 600 {path} first.</source>
        <translation>Ejecute antes chmod 600 {path}.</translation>
    </message>
    <message>
        <source>SIGKILL, as where memory has run out</source>
        <translation>SIGKILL, como cuando se agota la memoria</translation>
    </message>
    <message>
        <source>See askmap models list.</source>
        <translation>Vea askmap models list.</translation>
    </message>
    <message>
        <source>See there whether it is still busy, then ask again.</source>
        <translation>Mire allí si sigue ocupado y pregunte de nuevo.</translation>
    </message>
    <message>
        <source>See what the server says in its own program; a model that sees pictures is needed.</source>
        <translation>Mire qué dice el servidor en su propio programa; hace falta un modelo que vea imágenes.</translation>
    </message>
    <message>
        <source>Some targets are neither accepted nor rejected: what is left open would be taught as wrong.</source>
        <translation>Algunos objetivos no están ni aceptados ni rechazados: lo que quede pendiente se enseñaría como erróneo.</translation>
    </message>
    <message>
        <source>Start it, or check its address.</source>
        <translation>Inícielo o compruebe su dirección.</translation>
    </message>
    <message>
        <source>Start the server, or choose another reasoner.</source>
        <translation>Inicie el servidor o elija otro razonador.</translation>
    </message>
    <message>
        <source>Target {number} has no pixel in the view that was asked about.</source>
        <translation>El objetivo {number} no tiene ningún píxel en la vista sobre la que se preguntó.</translation>
    </message>
    <message>
        <source>Target {target} cannot be written in longitudes and latitudes of WGS 84.</source>
        <translation>El objetivo {target} no se puede escribir en longitudes y latitudes de WGS 84.</translation>
    </message>
    <message>
        <source>The adapter in {adapter} would change the weights of {folder}, which are quantized.</source>
        <translation>El adaptador de {adapter} cambiaría los pesos de {folder}, que están cuantizados.</translation>
    </message>
    <message>
        <source>The adapter in {folder} belongs to the model {base}, which is not on this computer.</source>
        <translation>El adaptador de {folder} pertenece al modelo {base}, que no está en este ordenador.</translation>
    </message>
    <message>
        <source>The adapter in {folder} does not fit the model that it was found for: {module} is another.</source>
        <translation>El adaptador de {folder} no encaja con el modelo que se encontró para él: {module} es distinto.</translation>
    </message>
    <message>
        <source>The adapter in {folder} holds «{name}», which is no part of a plain LoRA.</source>
        <translation>El adaptador de {folder} contiene «{name}», que no forma parte de un LoRA simple.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is no plain LoRA: it sets «{key}».</source>
        <translation>El adaptador de {folder} no es un LoRA simple: establece «{key}».</translation>
    </message>
    <message>
        <source>The adapter in {folder} is not as peft writes it.</source>
        <translation>El adaptador de {folder} no es como lo escribe peft.</translation>
    </message>
    <message>
        <source>The answer could not be kept elsewhere either.</source>
        <translation>La respuesta tampoco se pudo guardar en otro lugar.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} has no place in the coordinate system of the raster.</source>
        <translation>El rectángulo envolvente {bbox} no tiene lugar en el sistema de coordenadas del ráster.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} is not (xmin, ymin, xmax, ymax).</source>
        <translation>El rectángulo envolvente {bbox} no es (xmin, ymin, xmax, ymax).</translation>
    </message>
    <message>
        <source>The bounding box {bbox} lies on both sides of the longitude where the raster begins and ends.</source>
        <translation>El rectángulo envolvente {bbox} está a ambos lados de la longitud en la que empieza y termina el ráster.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} lies too far from the raster.</source>
        <translation>El rectángulo envolvente {bbox} está demasiado lejos del ráster.</translation>
    </message>
    <message>
        <source>The config.json in {folder} asks for pictures of {side} pixels.</source>
        <translation>El config.json de {folder} pide imágenes de {side} píxeles.</translation>
    </message>
    <message>
        <source>The config.json in {folder} does not describe a SAM2.</source>
        <translation>El config.json de {folder} no describe un SAM2.</translation>
    </message>
    <message>
        <source>The config.json in {folder} does not describe its weights.</source>
        <translation>El config.json de {folder} no describe sus pesos.</translation>
    </message>
    <message>
        <source>The config.json in {folder} has the value {value} for «{key}», which no model has.</source>
        <translation>El config.json de {folder} tiene para «{key}» el valor {value}, que ningún modelo tiene.</translation>
    </message>
    <message>
        <source>The config.json in {folder} is nested too deeply.</source>
        <translation>El config.json de {folder} está anidado con demasiada profundidad.</translation>
    </message>
    <message>
        <source>The config.json of «{name}» does not describe its weights.</source>
        <translation>El config.json de «{name}» no describe sus pesos.</translation>
    </message>
    <message>
        <source>The device {device} does not compute in {dtype}.</source>
        <translation>El dispositivo {device} no calcula en {dtype}.</translation>
    </message>
    <message>
        <source>The engine did nothing for {minutes:.0f} minutes, and its process was ended.</source>
        <translation>El motor no hizo nada durante {minutes:.0f} minutos y se cerró su proceso.</translation>
    </message>
    <message>
        <source>The engine needs Python {wanted} or newer, and this is {found}.</source>
        <translation>El motor necesita Python {wanted} o posterior, y este es {found}.</translation>
    </message>
    <message>
        <source>The engine's packages are not all here: {names}.</source>
        <translation>Faltan paquetes del motor: {names}.</translation>
    </message>
    <message>
        <source>The engine's process cannot be started: {reason}.</source>
        <translation>No se puede iniciar el proceso del motor: {reason}.</translation>
    </message>
    <message>
        <source>The engine's process did not get the memory that it needs.</source>
        <translation>El proceso del motor no obtuvo la memoria que necesita.</translation>
    </message>
    <message>
        <source>The engine's process ended before it had answered: {reason}.</source>
        <translation>El proceso del motor terminó antes de responder: {reason}.</translation>
    </message>
    <message>
        <source>The engine's process gave no sign of life for {seconds:.0f} seconds, and was ended.</source>
        <translation>El proceso del motor no dio señales de vida durante {seconds:.0f} segundos y se cerró.</translation>
    </message>
    <message>
        <source>The engine's process is of AskMap {theirs}, and this is AskMap {ours}.</source>
        <translation>El proceso del motor es de AskMap {theirs}, y este es AskMap {ours}.</translation>
    </message>
    <message>
        <source>The engine's process wrote what AskMap cannot read, and was ended.</source>
        <translation>El proceso del motor escribió algo que AskMap no puede leer y se cerró.</translation>
    </message>
    <message>
        <source>The entry {id} in {path} cannot be read.</source>
        <translation>No se puede leer la entrada {id} en {path}.</translation>
    </message>
    <message>
        <source>The file {file} has the value {value} for «{name}», which no model has.</source>
        <translation>El archivo {file} tiene para «{name}» el valor {value}, que ningún modelo tiene.</translation>
    </message>
    <message>
        <source>The file {file} names no valid tokens as «eos_token_id».</source>
        <translation>El archivo {file} no nombra tokens válidos como «eos_token_id».</translation>
    </message>
    <message>
        <source>The file {folder} names no files of weights.</source>
        <translation>El archivo {folder} no nombra archivos de pesos.</translation>
    </message>
    <message>
        <source>The file {path} adds tokens that are not valid.</source>
        <translation>El archivo {path} añade tokens no válidos.</translation>
    </message>
    <message>
        <source>The file {path} asks for the {name} «{kind}», which AskMap does not support.</source>
        <translation>El archivo {path} pide como {name} «{kind}», que AskMap no admite.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}.</source>
        <translation>No se puede leer el archivo {path}: {reason}.</translation>
    </message>
    <message>
        <source>The file {path} holds no JSON object.</source>
        <translation>El archivo {path} no contiene un objeto JSON.</translation>
    </message>
    <message>
        <source>The file {path} holds no tokenizer.</source>
        <translation>El archivo {path} no contiene un tokenizador.</translation>
    </message>
    <message>
        <source>The file {path} is not JSON.</source>
        <translation>El archivo {path} no es JSON.</translation>
    </message>
    <message>
        <source>The file {path} is not UTF-8.</source>
        <translation>El archivo {path} no es UTF-8.</translation>
    </message>
    <message>
        <source>The file {path} is not a BPE tokenizer, the only kind that AskMap reads.</source>
        <translation>El archivo {path} no es un tokenizador BPE, el único tipo que lee AskMap.</translation>
    </message>
    <message>
        <source>The file {path} is not as AskMap writes it.</source>
        <translation>El archivo {path} no es como lo escribe AskMap.</translation>
    </message>
    <message>
        <source>The file {path} is too large for a file of its kind.</source>
        <translation>El archivo {path} es demasiado grande para un archivo de su tipo.</translation>
    </message>
    <message>
        <source>The file {path} names no coordinates that AskMap knows.</source>
        <translation>El archivo {path} no nombra coordenadas que AskMap conozca.</translation>
    </message>
    <message>
        <source>The file {path} names tokens that no model has.</source>
        <translation>El archivo {path} nombra tokens que ningún modelo tiene.</translation>
    </message>
    <message>
        <source>The file {path} splits text by a pattern that could take for ever.</source>
        <translation>El archivo {path} divide el texto con un patrón que podría no terminar nunca.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>No se puede crear la carpeta {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} holds {count} histories.</source>
        <translation>La carpeta {folder} contiene {count} historiales.</translation>
    </message>
    <message>
        <source>The folder {folder} is not yours alone, so no service is used there.</source>
        <translation>La carpeta {folder} no es solo suya, así que no se usa ningún servicio allí.</translation>
    </message>
    <message>
        <source>The history refuses what is written into it: {error}.</source>
        <translation>El historial rechaza lo que se escribe en él: {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be copied: {error}.</source>
        <translation>No se puede copiar el historial {path}: {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be used now: {error}.</source>
        <translation>El historial {path} no se puede usar ahora: {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be used: {reason}.</source>
        <translation>El historial {path} no se puede usar: {reason}.</translation>
    </message>
    <message>
        <source>The history {path} holds «{name}», which would change what AskMap writes.</source>
        <translation>El historial {path} contiene «{name}», que cambiaría lo que escribe AskMap.</translation>
    </message>
    <message>
        <source>The history {path} is damaged and cannot be renamed.</source>
        <translation>El historial {path} está dañado y no se puede cambiar de nombre.</translation>
    </message>
    <message>
        <source>The history {path} is damaged: it now lies in {aside}, and a new one begins.</source>
        <translation>El historial {path} está dañado: ahora está en {aside} y empieza uno nuevo.</translation>
    </message>
    <message>
        <source>The history {path} was written by a newer AskMap.</source>
        <translation>El historial {path} fue escrito por un AskMap más reciente.</translation>
    </message>
    <message>
        <source>The hub at {server} does not say how large {file} is.</source>
        <translation>El hub {server} no dice qué tamaño tiene {file}.</translation>
    </message>
    <message>
        <source>The hub at {server} has no {name}, or not this revision of it.</source>
        <translation>El hub {server} no tiene {name}, o no esta revisión.</translation>
    </message>
    <message>
        <source>The hub at {server} is busy (status {status}).</source>
        <translation>El hub {server} está ocupado (estado {status}).</translation>
    </message>
    <message>
        <source>The hub at {server} leads from address to address without an end.</source>
        <translation>El hub {server} lleva de una dirección a otra sin fin.</translation>
    </message>
    <message>
        <source>The hub at {server} leads to an address that is not safe: {url}.</source>
        <translation>El hub {server} lleva a una dirección que no es segura: {url}.</translation>
    </message>
    <message>
        <source>The hub at {server} refuses (status {status}).</source>
        <translation>El hub {server} se niega (estado {status}).</translation>
    </message>
    <message>
        <source>The hub gives {name} only to those who may have it (status {status}).</source>
        <translation>El hub solo da {name} a quienes pueden tenerlo (estado {status}).</translation>
    </message>
    <message>
        <source>The index of {folder} looks for {tensor} in {name}, which lacks it.</source>
        <translation>El índice de {folder} busca {tensor} en {name}, donde falta.</translation>
    </message>
    <message>
        <source>The index of {folder} names {name}, which is not there.</source>
        <translation>El índice de {folder} nombra {name}, que no está.</translation>
    </message>
    <message>
        <source>The key in {path} cannot be read: {reason}.</source>
        <translation>No se puede leer la clave de {path}: {reason}.</translation>
    </message>
    <message>
        <source>The map is turned by {degrees:.0f} degrees, so north is not up in this view.</source>
        <translation>El mapa está girado {degrees:.0f} grados, así que en esta vista el norte no está arriba.</translation>
    </message>
    <message>
        <source>The model does not know what this question asks for, which does not say that nothing answers.</source>
        <translation>El modelo no sabe qué pide esta pregunta, lo que no significa que no haya nada.</translation>
    </message>
    <message>
        <source>The model in {folder}</source>
        <translation>El modelo de {folder}</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized in a way that the device «{device}» cannot compute.</source>
        <translation>El modelo de {folder} está cuantizado de un modo que el dispositivo «{device}» no puede calcular.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized with {method}, which AskMap does not load.</source>
        <translation>El modelo de {folder} está cuantizado con {method}, que AskMap no carga.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized, and the package {name} is not installed.</source>
        <translation>El modelo de {folder} está cuantizado y el paquete {name} no está instalado.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized.</source>
        <translation>El modelo de {folder} está cuantizado.</translation>
    </message>
    <message>
        <source>The model in {folder} wants to run code of its own, which AskMap never does.</source>
        <translation>El modelo de {folder} quiere ejecutar código propio, y AskMap nunca lo hace.</translation>
    </message>
    <message>
        <source>The model «{model}» did not find the red rectangle of a test picture: it does not see or point.</source>
        <translation>El modelo «{model}» no encontró el rectángulo rojo de una imagen de prueba: no ve o no señala.</translation>
    </message>
    <message>
        <source>The model «{name}» reads each question alone; it was not told of the questions and answers before this one.</source>
        <translation>El modelo «{name}» lee cada pregunta por separado; no se le comunicaron las preguntas y respuestas anteriores.</translation>
    </message>
    <message>
        <source>The model's answer holds no boxes and no points.</source>
        <translation>La respuesta del modelo no contiene recuadros ni puntos.</translation>
    </message>
    <message>
        <source>The model's answer is too deeply nested to be read.</source>
        <translation>La respuesta del modelo está anidada demasiado profundamente para leerla.</translation>
    </message>
    <message>
        <source>The model's folder lacks {name}: {parent}.</source>
        <translation>En la carpeta del modelo falta {name}: {parent}.</translation>
    </message>
    <message>
        <source>The model's prompt.txt has no place for the question.</source>
        <translation>El prompt.txt del modelo no tiene un lugar para la pregunta.</translation>
    </message>
    <message>
        <source>The model's tokenizer.json does not know {name}.</source>
        <translation>El tokenizer.json del modelo no conoce {name}.</translation>
    </message>
    <message>
        <source>The models need about {needed:,.1f} GB of memory, and this computer has {memory:,.1f} GB.</source>
        <translation>Los modelos necesitan unos {needed:,.1f} GB de memoria, y este equipo tiene {memory:,.1f} GB.</translation>
    </message>
    <message>
        <source>The packages of the engine are being removed or replaced by another QGIS.</source>
        <translation>Otro QGIS está quitando o sustituyendo los paquetes del motor.</translation>
    </message>
    <message>
        <source>The packages of the engine cannot be used: {error}.</source>
        <translation>No se pueden usar los paquetes del motor: {error}.</translation>
    </message>
    <message>
        <source>The pixels cannot be written to {folder}: {reason}.</source>
        <translation>No se pueden escribir los píxeles en {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The proxy wants another name or password.</source>
        <translation>El proxy pide otro nombre u otra contraseña.</translation>
    </message>
    <message>
        <source>The question and the picture are {tokens:,} tokens, and the model reads {limit:,}.</source>
        <translation>La pregunta y la imagen suman {tokens:,} tokens, y el modelo lee {limit:,}.</translation>
    </message>
    <message>
        <source>The question has {count:,} characters, and {limit:,} are the limit.</source>
        <translation>La pregunta tiene {count:,} caracteres y el límite es {limit:,}.</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>La pregunta está vacía.</translation>
    </message>
    <message>
        <source>The raster has no coordinate system, so a bounding box in {bbox_crs} cannot be found in it.</source>
        <translation>El ráster no tiene sistema de coordenadas, así que no se puede encontrar en él un rectángulo envolvente en {bbox_crs}.</translation>
    </message>
    <message>
        <source>The raster has no coordinate system, so its place on earth is unknown.</source>
        <translation>El ráster no tiene sistema de coordenadas, así que se desconoce su lugar en la Tierra.</translation>
    </message>
    <message>
        <source>The raster has no overviews, so all {millions:,.0f} million pixels of the view were read. Build overviews (in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo), and the next time takes only a moment.</source>
        <translation>El ráster no tiene pirámides, así que se leyeron los {millions:,.0f} millones de píxeles de la vista. Cree pirámides (en QGIS en las propiedades de la capa, «Pirámides», en una consola con gdaladdo) y la próxima vez tardará solo un momento.</translation>
    </message>
    <message>
        <source>The raster's overviews were averaged with pixels that hold no data, which may hide others. Declare the nodata value with gdal_edit.py -a_nodata, and build the overviews anew with gdaladdo.</source>
        <translation>Las pirámides del ráster se promediaron con píxeles sin datos, que pueden ocultar otros. Declare el valor nodata con gdal_edit.py -a_nodata y vuelva a crear las pirámides con gdaladdo.</translation>
    </message>
    <message>
        <source>The reasoner</source>
        <translation>El modelo de razonamiento</translation>
    </message>
    <message>
        <source>The reasoner «{name}» is damaged: it computes values that are not numbers.</source>
        <translation>El modelo de razonamiento «{name}» está dañado: calcula valores que no son números.</translation>
    </message>
    <message>
        <source>The reasoner, which points, runs on the server {server}; the segmenter, which draws the masks, runs on this computer.</source>
        <translation>El razonador, que señala, se ejecuta en el servidor {server}; el segmentador, que dibuja las máscaras, en este equipo.</translation>
    </message>
    <message>
        <source>The segmenter</source>
        <translation>El modelo de segmentación</translation>
    </message>
    <message>
        <source>The segmenter «{name}» is damaged: it computes values that are not numbers.</source>
        <translation>El modelo de segmentación «{name}» está dañado: calcula valores que no son números.</translation>
    </message>
    <message>
        <source>The server at {server} cannot be reached: {reason}.</source>
        <translation>No se puede alcanzar el servidor {server}: {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} could not answer: {reason}.</source>
        <translation>El servidor {server} no pudo responder: {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} could not prove that it is who it says: {reason}.</source>
        <translation>El servidor {server} no pudo demostrar que es quien dice ser: {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} ended the connection in the middle of its answer.</source>
        <translation>El servidor {server} cortó la conexión a mitad de su respuesta.</translation>
    </message>
    <message>
        <source>The server at {server} has no model «{model}».</source>
        <translation>El servidor {server} no tiene ningún modelo «{model}».</translation>
    </message>
    <message>
        <source>The server at {server} has no «{model}», or its address is another one (status {status}).</source>
        <translation>El servidor {server} no tiene «{model}», o su dirección es otra (estado {status}).</translation>
    </message>
    <message>
        <source>The server at {server} is busy (status {status}).</source>
        <translation>El servidor {server} está ocupado (estado {status}).</translation>
    </message>
    <message>
        <source>The server at {server} said nothing for a long time.</source>
        <translation>El servidor {server} no dijo nada durante mucho tiempo.</translation>
    </message>
    <message>
        <source>The server at {server} wants a key, or another one (status {status}).</source>
        <translation>El servidor {server} pide una clave, o pide otra (estado {status}).</translation>
    </message>
    <message>
        <source>The server is busy: waiting for it</source>
        <translation>El servidor está ocupado: esperando</translation>
    </message>
    <message>
        <source>The service cannot be reached: {reason}.</source>
        <translation>No se puede contactar con el servicio: {reason}.</translation>
    </message>
    <message>
        <source>The service did not start; {log} says why.</source>
        <translation>El servicio no arrancó; {log} dice por qué.</translation>
    </message>
    <message>
        <source>The service that runs is of AskMap {theirs}, and this is AskMap {ours}.</source>
        <translation>El servicio en marcha es de AskMap {theirs}, y este es AskMap {ours}.</translation>
    </message>
    <message>
        <source>The tokenizer.json in {folder} does not fit the model's config.json.</source>
        <translation>El tokenizer.json de {folder} no se corresponde con el config.json del modelo.</translation>
    </message>
    <message>
        <source>The view has {width:,} x {height:,} pixels and no overviews.</source>
        <translation>La vista tiene {width:,} x {height:,} píxeles y no tiene pirámides.</translation>
    </message>
    <message>
        <source>The view holds no pixels with data.</source>
        <translation>La vista no contiene píxeles con datos.</translation>
    </message>
    <message>
        <source>The view lies outside of the raster's {width:,} x {height:,} pixels.</source>
        <translation>La vista está fuera de los {width:,} x {height:,} píxeles del ráster.</translation>
    </message>
    <message>
        <source>The view was read reduced: each of its pixels stands for {count:,.1f} of the raster's.</source>
        <translation>La vista se leyó reducida: cada uno de sus píxeles representa {count:,.1f} del ráster.</translation>
    </message>
    <message>
        <source>The weights in {folder} cannot be read.</source>
        <translation>No se pueden leer los pesos de {folder}.</translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json.</source>
        <translation>Los pesos de {folder} no se corresponden con su config.json.</translation>
    </message>
    <message>
        <source>The weights in {path} are damaged: {name} holds values that are not numbers.</source>
        <translation>Los pesos de {path} están dañados: {name} contiene valores que no son números.</translation>
    </message>
    <message>
        <source>There is a folder {folder} already, which AskMap has not fetched.</source>
        <translation>Ya existe una carpeta {folder} que AskMap no ha descargado.</translation>
    </message>
    <message>
        <source>There is no device «{name}».</source>
        <translation>No existe el dispositivo «{name}».</translation>
    </message>
    <message>
        <source>There is no entry {id} in {path} any more.</source>
        <translation>La entrada {id} ya no está en {path}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>No existe el archivo {file}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>No existe la carpeta {folder}.</translation>
    </message>
    <message>
        <source>There is no history of AskMap at {place}.</source>
        <translation>No hay ningún historial de AskMap en {place}.</translation>
    </message>
    <message>
        <source>There is no key in {path}.</source>
        <translation>No hay ninguna clave en {path}.</translation>
    </message>
    <message>
        <source>There is no raster {path}.</source>
        <translation>No existe el ráster {path}.</translation>
    </message>
    <message>
        <source>There is no transformation from the coordinate system of {path}, «{crs}», to that of its raster.</source>
        <translation>No hay ninguna transformación del sistema de coordenadas de {path}, «{crs}», al de su ráster.</translation>
    </message>
    <message>
        <source>There is no transformation from «{bbox_crs}» to «{crs}», the raster's coordinate system.</source>
        <translation>No hay ninguna transformación de «{bbox_crs}» a «{crs}», el sistema de coordenadas del ráster.</translation>
    </message>
    <message>
        <source>There is no {name} here.</source>
        <translation>Aquí no hay {name}.</translation>
    </message>
    <message>
        <source>This computer has no device «{name}» that torch can use.</source>
        <translation>Este equipo no tiene un dispositivo «{name}» que torch pueda usar.</translation>
    </message>
    <message>
        <source>This is no preset of AskMap, or not all of one.</source>
        <translation>Esto no es una plantilla de pregunta de AskMap, o no está completa.</translation>
    </message>
    <message>
        <source>This preset cannot be read: {reason}.</source>
        <translation>Esta plantilla de pregunta no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>This preset cannot be used here: {reason}.</source>
        <translation>Esta plantilla de pregunta no se puede usar aquí: {reason}.</translation>
    </message>
    <message>
        <source>This preset does not hold what presets hold.</source>
        <translation>Esta plantilla de pregunta no contiene lo que debería.</translation>
    </message>
    <message>
        <source>This preset is longer than any preset is.</source>
        <translation>Esta plantilla de pregunta es demasiado larga.</translation>
    </message>
    <message>
        <source>This preset was changed or cut off on its way.</source>
        <translation>Esta plantilla de pregunta se alteró o se cortó por el camino.</translation>
    </message>
    <message>
        <source>This preset was made by a newer AskMap.</source>
        <translation>Esta plantilla de pregunta la creó un AskMap más reciente.</translation>
    </message>
    <message>
        <source>This question follows up another one, and a sample has to be understood alone.</source>
        <translation>Esta pregunta continúa otra, y una muestra debe entenderse por sí sola.</translation>
    </message>
    <message>
        <source>This question has no answer.</source>
        <translation>Esta pregunta no tiene respuesta.</translation>
    </message>
    <message>
        <source>This system has no service of AskMap.</source>
        <translation>En este sistema no hay servicio de AskMap.</translation>
    </message>
    <message>
        <source>Try again, or choose another hub.</source>
        <translation>Vuelva a intentarlo o elija otro hub.</translation>
    </message>
    <message>
        <source>Try again: what has come is kept.</source>
        <translation>Vuelva a intentarlo: lo que ya ha llegado se conserva.</translation>
    </message>
    <message>
        <source>Update AskMap, or ask for the question's own words.</source>
        <translation>Actualice AskMap o pida el texto de la pregunta.</translation>
    </message>
    <message>
        <source>Update AskMap, or rename that file to begin a new one.</source>
        <translation>Actualice AskMap o cambie el nombre de ese archivo para empezar uno nuevo.</translation>
    </message>
    <message>
        <source>Use it as it is, or fetch the model into another folder.</source>
        <translation>Úsela tal como está o descargue el modelo en otra carpeta.</translation>
    </message>
    <message>
        <source>Wait a little, then ask again.</source>
        <translation>Espere un poco y pregunte de nuevo.</translation>
    </message>
    <message>
        <source>Wait a little, then try again: what has come is kept.</source>
        <translation>Espere un poco y vuelva a intentarlo: lo que ya ha llegado se conserva.</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>Espere a que termine.</translation>
    </message>
    <message>
        <source>Waiting for another question</source>
        <translation>Esperando a otra pregunta</translation>
    </message>
    <message>
        <source>What answers at {server} does not speak OpenAI's protocol.</source>
        <translation>Lo que responde en {server} no habla el protocolo de OpenAI.</translation>
    </message>
    <message>
        <source>What answers at {server} is no hub of models.</source>
        <translation>Lo que responde en {server} no es un hub de modelos.</translation>
    </message>
    <message>
        <source>What lies elsewhere is removed where it lies.</source>
        <translation>Lo que está en otro lugar se elimina donde está.</translation>
    </message>
    <message>
        <source>What was decided there is shown now; decide again where you see it otherwise.</source>
        <translation>Ahora se muestra lo que se decidió allí; decida de nuevo donde lo vea de otro modo.</translation>
    </message>
    <message>
        <source>Which model of {server} is meant?</source>
        <translation>¿A qué modelo de {server} se refiere?</translation>
    </message>
    <message>
        <source>While drawing: {problem}</source>
        <translation>Al dibujar: {problem}</translation>
    </message>
    <message>
        <source>With each question the pixels of the view and your words are sent to {server}, nothing else.</source>
        <translation>Con cada pregunta se envían a {server} los píxeles de la vista y sus palabras, nada más.</translation>
    </message>
    <message>
        <source>Write GeoJSON (.geojson) instead.</source>
        <translation>Escriba GeoJSON (.geojson) en su lugar.</translation>
    </message>
    <message>
        <source>Write a GeoPackage (.gpkg) instead.</source>
        <translation>Escriba en su lugar un GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <source>Write it anew without «crs», in longitudes and latitudes of WGS 84.</source>
        <translation>Escríbalo de nuevo sin «crs», en longitudes y latitudes de WGS 84.</translation>
    </message>
    <message>
        <source>Write it as http://127.0.0.1:1234/v1#name-of-the-model.</source>
        <translation>Escríbala así: http://127.0.0.1:1234/v1#nombre-del-modelo.</translation>
    </message>
    <message>
        <source>Write it as its owner does: owner/name.</source>
        <translation>Escríbalo como su propietario: propietario/nombre.</translation>
    </message>
    <message>
        <source>Write it as the path from that folder to the file, such as tiles/a.png.</source>
        <translation>Escriba la ruta desde esa carpeta hasta el archivo, por ejemplo tiles/a.png.</translation>
    </message>
    <message>
        <source>Write it like EPSG:4326, or as WKT.</source>
        <translation>Escríbalo como EPSG:4326 o como WKT.</translation>
    </message>
    <message>
        <source>Write it to a file first.</source>
        <translation>Escríbalo primero en un archivo.</translation>
    </message>
    <message>
        <source>Write its output to a file first.</source>
        <translation>Escriba primero su salida en un archivo.</translation>
    </message>
    <message>
        <source>Write the key into its first line, in plain letters.</source>
        <translation>Escriba la clave en su primera línea, con letras simples.</translation>
    </message>
    <message>
        <source>Write {question} where the question goes.</source>
        <translation>Escriba {question} donde va la pregunta.</translation>
    </message>
    <message>
        <source>a key or a password does not belong into it</source>
        <translation>una clave o una contraseña no deben estar en ella</translation>
    </message>
    <message>
        <source>geolocation arrays</source>
        <translation>matrices de geolocalización</translation>
    </message>
    <message>
        <source>ground control points</source>
        <translation>puntos de control</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <source>it does not come to an end</source>
        <translation>no llega a ningún final</translation>
    </message>
    <message>
        <source>it names no computer</source>
        <translation>no nombra ningún equipo</translation>
    </message>
    <message>
        <source>nothing may stand behind a question mark</source>
        <translation>no puede haber nada tras un signo de interrogación</translation>
    </message>
    <message>
        <source>rational polynomial coefficients</source>
        <translation>coeficientes polinómicos racionales</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>estado {status}</translation>
    </message>
    <message>
        <source>{device}: 1 thread</source>
        <translation>{device}: 1 hilo</translation>
    </message>
    <message>
        <source>{device}: 1 thread, {gb:.1f} GB</source>
        <translation>{device}: 1 hilo, {gb:.1f} GB</translation>
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
        <translation>{device}: {threads} hilos</translation>
    </message>
    <message>
        <source>{device}: {threads} threads, {gb:.1f} GB</source>
        <translation>{device}: {threads} hilos, {gb:.1f} GB</translation>
    </message>
    <message>
        <source>{driver} is always in WGS 84, but the raster has no coordinate system.</source>
        <translation>{driver} siempre está en WGS 84, pero el ráster no tiene sistema de coordenadas.</translation>
    </message>
    <message>
        <source>{driver} would be written in WGS 84, and there is no transformation to it from «{crs}».</source>
        <translation>{driver} se escribiría en WGS 84, y no hay ninguna transformación desde «{crs}».</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>No se puede leer {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} does not hold the weights of a SAM2.</source>
        <translation>{file} no contiene los pesos de un SAM2.</translation>
    </message>
    <message>
        <source>{file} ends too early each time.</source>
        <translation>{file} termina cada vez demasiado pronto.</translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation>{file} no contiene pesos.</translation>
    </message>
    <message>
        <source>{file} is cut off or damaged: it holds {held:,} bytes of weights, not {end:,}.</source>
        <translation>{file} está cortado o dañado: contiene {held:,} bytes de pesos, no {end:,}.</translation>
    </message>
    <message>
        <source>{file} is cut off or no safetensors file.</source>
        <translation>{file} está cortado o no es un archivo safetensors.</translation>
    </message>
    <message>
        <source>{file} is damaged: some of its weights overlap.</source>
        <translation>{file} está dañado: algunos de sus pesos se superponen.</translation>
    </message>
    <message>
        <source>{file} is no SAM2 of a size that AskMap knows.</source>
        <translation>{file} no es un SAM2 de un tamaño que AskMap conozca.</translation>
    </message>
    <message>
        <source>{file} is no safetensors file.</source>
        <translation>{file} no es un archivo safetensors.</translation>
    </message>
    <message>
        <source>{file} is not what the hub says it is: it was changed on its way.</source>
        <translation>{file} no es lo que dice el hub: se modificó por el camino.</translation>
    </message>
    <message>
        <source>{file} lacks some of SAM2's weights.</source>
        <translation>A {file} le faltan algunos pesos de SAM2.</translation>
    </message>
    <message>
        <source>{folder} does not hold a reasoner of a family that AskMap knows.</source>
        <translation>{folder} no contiene un modelo de razonamiento de una familia que AskMap conozca.</translation>
    </message>
    <message>
        <source>{folder} holds a model of the type «{kind}», not {names}.</source>
        <translation>{folder} contiene un modelo del tipo «{kind}», no {names}.</translation>
    </message>
    <message>
        <source>{folder} holds an adapter beside its model.</source>
        <translation>{folder} contiene un adaptador junto a su modelo.</translation>
    </message>
    <message>
        <source>{folder} holds an adapter only.</source>
        <translation>{folder} solo contiene un adaptador.</translation>
    </message>
    <message>
        <source>{folder} holds its weights as pickles, which could run any code.</source>
        <translation>{folder} contiene sus pesos como pickle, que podría ejecutar cualquier código.</translation>
    </message>
    <message>
        <source>{folder} holds no {name}.</source>
        <translation>{folder} no contiene {name}.</translation>
    </message>
    <message>
        <source>{folder} is there already and belongs to something else.</source>
        <translation>{folder} ya existe y pertenece a otra cosa.</translation>
    </message>
    <message>
        <source>{form} has no room for the coordinate system «{crs}».</source>
        <translation>{form} no tiene lugar para el sistema de coordenadas «{crs}».</translation>
    </message>
    <message>
        <source>{mask} cannot be removed: {reason}.</source>
        <translation>No se puede eliminar {mask}: {reason}.</translation>
    </message>
    <message>
        <source>{name} holds no model that AskMap loads: config.json and model.safetensors are missing.</source>
        <translation>{name} no contiene ningún modelo que AskMap cargue: faltan config.json y model.safetensors.</translation>
    </message>
    <message>
        <source>{name} in {folder} is not what was fetched: it has changed since.</source>
        <translation>{name} en {folder} no es lo que se descargó: ha cambiado desde entonces.</translation>
    </message>
    <message>
        <source>{name} is being fetched by another program.</source>
        <translation>Otro programa está descargando {name}.</translation>
    </message>
    <message>
        <source>{name} is not a file name.</source>
        <translation>{name} no es un nombre de archivo.</translation>
    </message>
    <message>
        <source>{name} needs {needed:,.1f} GB on the disk, and {free:,.1f} GB are free in {folder}.</source>
        <translation>{name} necesita {needed:,.1f} GB en el disco, y en {folder} hay {free:,.1f} GB libres.</translation>
    </message>
    <message>
        <source>{number:.12g} in {percent:.0f} % of the pixels looks like a fill value that the file does not declare. If it is one, declare it: {command} and the file's name.</source>
        <translation>{number:.12g} en el {percent:.0f} % de los píxeles parece un valor de relleno que el archivo no declara. Si lo es, declárelo: {command} y el nombre del archivo.</translation>
    </message>
    <message>
        <source>{path} and its raster use different units.</source>
        <translation>{path} y su ráster usan unidades distintas.</translation>
    </message>
    <message>
        <source>{path} and {other} would be the same file.</source>
        <translation>{path} y {other} serían el mismo archivo.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>No se puede leer {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be written whole.</source>
        <translation>No se puede escribir {path} por completo.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>No se puede escribir {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: there is no folder {parent}.</source>
        <translation>No se puede escribir {path}: no existe la carpeta {parent}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: what is there already is no GeoPackage that can be read.</source>
        <translation>No se puede escribir {path}: lo que ya hay ahí no es un GeoPackage legible.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} does not answer, or is no raster.</source>
        <translation>{path} no responde o no es un ráster.</translation>
    </message>
    <message>
        <source>{path} has a geotransform that cannot be inverted.</source>
        <translation>{path} tiene una geotransformación que no se puede invertir.</translation>
    </message>
    <message>
        <source>{path} has a geotransform that puts neighbouring pixels in the same place.</source>
        <translation>{path} tiene una geotransformación en la que los píxeles vecinos están en el mismo lugar.</translation>
    </message>
    <message>
        <source>{path} has a geotransform with pixels too large to be measured.</source>
        <translation>{path} tiene una geotransformación con píxeles demasiado grandes para medirlos.</translation>
    </message>
    <message>
        <source>{path} has no layer «{name}», only {names}.</source>
        <translation>{path} no tiene la capa «{name}», solo {names}.</translation>
    </message>
    <message>
        <source>{path} has no sample «{name}» any more.</source>
        <translation>{path} ya no tiene la muestra «{name}».</translation>
    </message>
    <message>
        <source>{path} holds a layer «{layer}» that is not AskMap's.</source>
        <translation>{path} contiene una capa «{layer}» que no es de AskMap.</translation>
    </message>
    <message>
        <source>{path} holds complex numbers, which are no picture.</source>
        <translation>{path} contiene números complejos, que no son una imagen.</translation>
    </message>
    <message>
        <source>{path} holds no data in this view.</source>
        <translation>{path} no contiene datos en esta vista.</translation>
    </message>
    <message>
        <source>{path} holds something else than samples of AskMap.</source>
        <translation>{path} contiene algo distinto de muestras de AskMap.</translation>
    </message>
    <message>
        <source>{path} holds {count} rasters and is none itself.</source>
        <translation>{path} contiene {count} rásteres y no es uno en sí mismo.</translation>
    </message>
    <message>
        <source>{path} is a database; to write there would destroy it.</source>
        <translation>{path} es una base de datos; escribir ahí la destruiría.</translation>
    </message>
    <message>
        <source>{path} is a device, not a raster.</source>
        <translation>{path} es un dispositivo, no un ráster.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a raster.</source>
        <translation>{path} es una carpeta, no un ráster.</translation>
    </message>
    <message>
        <source>{path} is a pipe, not a raster.</source>
        <translation>{path} es una tubería, no un ráster.</translation>
    </message>
    <message>
        <source>{path} is a socket, not a raster.</source>
        <translation>{path} es un socket, no un ráster.</translation>
    </message>
    <message>
        <source>{path} is an empty file.</source>
        <translation>{path} es un archivo vacío.</translation>
    </message>
    <message>
        <source>{path} is damaged: GDAL cannot read its pixels.</source>
        <translation>{path} está dañado: GDAL no puede leer sus píxeles.</translation>
    </message>
    <message>
        <source>{path} is no vector file that can be read, or is damaged.</source>
        <translation>{path} no es un archivo vectorial legible o está dañado.</translation>
    </message>
    <message>
        <source>{path} is not a history of AskMap.</source>
        <translation>{path} no es un historial de AskMap.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read.</source>
        <translation>{path} no es un ráster que GDAL pueda leer.</translation>
    </message>
    <message>
        <source>{path} is open in another program.</source>
        <translation>{path} está abierto en otro programa.</translation>
    </message>
    <message>
        <source>{path} is placed by {way}, so its pixels lie on no regular grid.</source>
        <translation>{path} está ubicado mediante {way}, así que sus píxeles no forman una cuadrícula regular.</translation>
    </message>
    <message>
        <source>{path} is protected against writing.</source>
        <translation>{path} está protegido contra escritura.</translation>
    </message>
    <message>
        <source>{path} is there already and is no file.</source>
        <translation>{path} ya existe y no es un archivo.</translation>
    </message>
    <message>
        <source>{path} lies in {folder}, which is the raster itself.</source>
        <translation>{path} está en {folder}, que es el propio ráster.</translation>
    </message>
    <message>
        <source>{path} lies in {model}, which is a model.</source>
        <translation>{path} está en {model}, que es un modelo.</translation>
    </message>
    <message>
        <source>{path} names its coordinate system by an address, which AskMap does not fetch.</source>
        <translation>{path} nombra su sistema de coordenadas mediante una dirección, que AskMap no consulta.</translation>
    </message>
    <message>
        <source>{path} needs {name}, which is there already and belongs to something else.</source>
        <translation>{path} necesita {name}, que ya existe y pertenece a otra cosa.</translation>
    </message>
    <message>
        <source>{path} refers to {count} files, each of them many times.</source>
        <translation>{path} remite a {count} archivos, a cada uno muchas veces.</translation>
    </message>
    <message>
        <source>{path} was changed by another program meanwhile.</source>
        <translation>Mientras tanto, otro programa modificó {path}.</translation>
    </message>
    <message>
        <source>{path} would be taken for a part of the raster.</source>
        <translation>{path} se tomaría por una parte del ráster.</translation>
    </message>
    <message>
        <source>{path} would overwrite {part}, which is a part of the raster.</source>
        <translation>{path} sobrescribiría {part}, que es una parte del ráster.</translation>
    </message>
    <message>
        <source>{path}, line {number}, is longer than {limit:,.0f} MB.</source>
        <translation>{path}, línea {number}, mide más de {limit:,.0f} MB.</translation>
    </message>
    <message>
        <source>{path}, line {number}, is not UTF-8.</source>
        <translation>{path}, línea {number}, no es UTF-8.</translation>
    </message>
    <message>
        <source>{percent:.0f} % of the view is empty: the web layer has no imagery there.</source>
        <translation>El {percent:.0f} % de la vista está vacío: la capa web no tiene imágenes ahí.</translation>
    </message>
    <message>
        <source>{place} has no words.</source>
        <translation>{place} no tiene palabras.</translation>
    </message>
    <message>
        <source>{place} has the name «{name}» once more.</source>
        <translation>{place} contiene el nombre «{name}» otra vez.</translation>
    </message>
    <message>
        <source>{place} has {count:,} letters, more than the {limit:,} that are read.</source>
        <translation>{place} tiene {count:,} caracteres, más de los {limit:,} que se leen.</translation>
    </message>
    <message>
        <source>{place} is no object of this layout: it has «{key}».</source>
        <translation>{place} no es un objeto de esta estructura: contiene «{key}».</translation>
    </message>
    <message>
        <source>{place} is no sample: {error}.</source>
        <translation>{place} no es una muestra: {error}.</translation>
    </message>
    <message>
        <source>{place} is not JSON that can be read: {error}.</source>
        <translation>{place} no es JSON legible: {error}.</translation>
    </message>
    <message>
        <source>{place} names no file.</source>
        <translation>{place} no nombra ningún archivo.</translation>
    </message>
    <message>
        <source>{place} names «{name}», which lies outside of {folder}.</source>
        <translation>{place} nombra «{name}», que está fuera de {folder}.</translation>
    </message>
    <message>
        <source>{place} should be {count} numbers, not {value}.</source>
        <translation>{place} debería ser {count} números, no {value}.</translation>
    </message>
    <message>
        <source>{place}: «targets» should be a list or null.</source>
        <translation>{place}: «targets» debería ser una lista o null.</translation>
    </message>
    <message>
        <source>{place}: «{key}» should be {wanted}, not {value}.</source>
        <translation>{place}: «{key}» debería ser {wanted}, no {value}.</translation>
    </message>
    <message>
        <source>{place}{line} is not JSON: {complaint} at letter {letter}.</source>
        <translation>{place}{line} no es JSON: {complaint} en el carácter {letter}.</translation>
    </message>
    <message>
        <source>{what} did not fit into the memory of {device}.</source>
        <translation>{what} no cupo en la memoria de {device}.</translation>
    </message>
    <message>
        <source>{what} needs {needed:,.1f} GB, and {free:,.1f} GB are free on {device}.</source>
        <translation>{what} necesita {needed:,.1f} GB, y hay {free:,.1f} GB libres en {device}.</translation>
    </message>
    <message>
        <source>«{name}» is no name of a model.</source>
        <translation>«{name}» no es el nombre de un modelo.</translation>
    </message>
    <message>
        <source>«{split}» is no name for a split.</source>
        <translation>«{split}» no es un nombre de partición.</translation>
    </message>
    <message>
        <source>«{text}» is no address of a server: {reason}.</source>
        <translation>«{text}» no es la dirección de un servidor: {reason}.</translation>
    </message>
    <message>
        <source>«{text}» is no coordinate system that GDAL knows.</source>
        <translation>«{text}» no es un sistema de coordenadas que GDAL conozca.</translation>
    </message>
</context>
</TS>
