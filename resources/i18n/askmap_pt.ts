<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>askmap</name>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source> minutes without a question</source>
        <translation> minutos sem nenhuma pergunta</translation>
    </message>
    <message>
        <source> m²</source>
        <translation> m²</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) left out</source>
        <translation><numerusform>%n coluna omitida</numerusform><numerusform>%n colunas omitidas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s): choose one that sees pictures.</source>
        <translation><numerusform>%n modelo: escolha-o se ele vê imagens.</numerusform><numerusform>%n modelos: escolha um que veja imagens.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation><numerusform>%n pixel</numerusform><numerusform>%n pixels</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) in «{split}».</source>
        <translation><numerusform>%n amostra em “{split}”.</numerusform><numerusform>%n amostras em “{split}”.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n served model(s): use one that sees pictures.</source>
        <translation><numerusform>%n modelo servido: use-o se ele vê imagens.</numerusform><numerusform>%n modelos servidos: use um que veja imagens.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation><numerusform>%n alvo</numerusform><numerusform>%n alvos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) found.</source>
        <translation><numerusform>%n alvo encontrado.</numerusform><numerusform>%n alvos encontrados.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) lie outside of what the other one looked at.</source>
        <translation><numerusform>%n alvo fica fora do que a outra olhou.</numerusform><numerusform>%n alvos ficam fora do que a outra olhou.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) written to {place}.</source>
        <translation><numerusform>%n alvo gravado em {place}.</numerusform><numerusform>%n alvos gravados em {place}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n today, {seconds} s each (median).</source>
        <translation><numerusform>%n hoje, {seconds} s cada (mediana).</numerusform><numerusform>%n hoje, {seconds} s cada (mediana).</numerusform></translation>
    </message>
    <message>
        <source>&amp;Add to the map</source>
        <translation>&amp;Adicionar ao mapa</translation>
    </message>
    <message>
        <source>&amp;Another one of the hub…</source>
        <translation>&amp;Outro do hub…</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Verificar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>&amp;Coordinate system</source>
        <translation>&amp;SRC</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>E&amp;xcluir…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Ar&amp;quivo</translation>
    </message>
    <message>
        <source>&amp;Follow up</source>
        <translation>Con&amp;tinuar</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>O&amp;bter</translation>
    </message>
    <message>
        <source>&amp;How it was asked</source>
        <translation>Como foi &amp;perguntado</translation>
    </message>
    <message>
        <source>&amp;If it is there</source>
        <translation>Se já e&amp;xistir</translation>
    </message>
    <message>
        <source>&amp;Keep the pictures of the latest</source>
        <translation>&amp;Manter as imagens das últimas</translation>
    </message>
    <message>
        <source>&amp;Key of your account</source>
        <translation>&amp;Chave da sua conta</translation>
    </message>
    <message>
        <source>&amp;Layers go to</source>
        <translation>As camadas &amp;vão para</translation>
    </message>
    <message>
        <source>&amp;Leave out parts below</source>
        <translation>Omi&amp;tir partes menores que</translation>
    </message>
    <message>
        <source>&amp;Look for served models</source>
        <translation>&amp;Procurar modelos servidos</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>Pergu&amp;nta</translation>
    </message>
    <message>
        <source>&amp;Reasoner</source>
        <translation>Modelo de &amp;raciocínio</translation>
    </message>
    <message>
        <source>&amp;Simplify by up to</source>
        <translation>S&amp;implificar em até</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Pa&amp;rar</translation>
    </message>
    <message>
        <source>&amp;Stretch</source>
        <translation>Es&amp;ticamento</translation>
    </message>
    <message>
        <source>&amp;Targets</source>
        <translation>A&amp;lvos</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>&amp;Temperatura</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>Exper&amp;imentar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Desfazer</translation>
    </message>
    <message>
        <source>&amp;Undo the last sample</source>
        <translation>&amp;Desfazer a última amostra</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Usar</translation>
    </message>
    <message>
        <source>0: always the likeliest word</source>
        <translation>0: sempre a palavra mais provável</translation>
    </message>
    <message>
        <source>0: never</source>
        <translation>0: nunca</translation>
    </message>
    <message>
        <source>1 pixel = {length} on the ground.</source>
        <translation>1 pixel = {length} no terreno.</translation>
    </message>
    <message>
        <source>16 bits (bfloat16): half the memory</source>
        <translation>16 bits (bfloat16): metade da memória</translation>
    </message>
    <message>
        <source>32 bits (float32)</source>
        <translation>32 bits (float32)</translation>
    </message>
    <message>
        <source>A QGIS on the computer {host} is installing the packages.</source>
        <translation>Um QGIS no computador {host} está instalando os pacotes.</translation>
    </message>
    <message>
        <source>A Shapefile holds no long texts, so some were cut; {file} says which.</source>
        <translation>Um Shapefile não comporta textos longos, por isso alguns foram cortados; {file} diz quais.</translation>
    </message>
    <message>
        <source>A folder of &amp;mine…</source>
        <translation>Uma pasta &amp;minha…</translation>
    </message>
    <message>
        <source>A model that does not know what that looks like has not looked for it.</source>
        <translation>Um modelo que não sabe que aspecto isso tem não o procurou.</translation>
    </message>
    <message>
        <source>A multimodal language model on this computer reasons about the question and points, and a segmenter turns that into polygons and a mask. The question may name a function or an implication («where could a helicopter land?»). Nothing found is an answer too: no polygons, and the log says why.</source>
        <translation>Um modelo de linguagem multimodal neste computador raciocina sobre a pergunta e aponta o que a responde; um modelo de segmentação transforma isso em polígonos e em uma máscara. A pergunta pode citar uma função ou uma implicação (“onde um helicóptero poderia pousar?”). Não encontrar nada também é uma resposta: não há polígonos, e o registro diz por quê.</translation>
    </message>
    <message>
        <source>A new language is spoken when QGIS starts again.</source>
        <translation>O novo idioma passa a valer quando o QGIS for iniciado de novo.</translation>
    </message>
    <message>
        <source>A raster holds the targets of one question.</source>
        <translation>Um raster contém os alvos de uma única pergunta.</translation>
    </message>
    <message>
        <source>A reasoner that a server runs</source>
        <translation>Um raciocinador que um servidor executa</translation>
    </message>
    <message numerus="yes">
        <source>A sample with %n target(s) was added to the data set.</source>
        <translation><numerusform>Uma amostra com %n alvo foi adicionada ao conjunto de dados.</numerusform><numerusform>Uma amostra com %n alvos foi adicionada ao conjunto de dados.</numerusform></translation>
    </message>
    <message>
        <source>A target has no place in the coordinate system {crs}.</source>
        <translation>Um alvo não tem lugar no sistema de coordenadas {crs}.</translation>
    </message>
    <message>
        <source>A view has no coordinate system, so its targets have no place on earth.</source>
        <translation>Uma vista não tem sistema de coordenadas, por isso seus alvos não têm lugar na Terra.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceitar</translation>
    </message>
    <message>
        <source>Accept all open</source>
        <translation>Aceitar todos os pendentes</translation>
    </message>
    <message>
        <source>Accept target {number}</source>
        <translation>Aceitar o alvo {number}</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceito</translation>
    </message>
    <message>
        <source>Accepted and open</source>
        <translation>Aceitos e pendentes</translation>
    </message>
    <message>
        <source>Add a layer with imagery, then ask again.</source>
        <translation>Adicione uma camada com imagens e pergunte novamente.</translation>
    </message>
    <message>
        <source>Add it yourself where you trust it.</source>
        <translation>Adicione-o você mesmo se confiar nele.</translation>
    </message>
    <message>
        <source>Add your network's certificate in Settings &gt; Options &gt; Authentication, then try again.</source>
        <translation>Adicione o certificado da sua rede em Configurações &gt; Opções &gt; Autenticação e tente de novo.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>&amp;Endereço</translation>
    </message>
    <message>
        <source>Added to the data set: nothing here answers. If something does, undo it and draw that.</source>
        <translation>Adicionado ao conjunto de dados: nada aqui responde. Se algo responder, desfaça e desenhe-o.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All outlines together overlap by {overlap} (intersection over union).</source>
        <translation>Todos os contornos juntos se sobrepõem em {overlap} (interseção sobre união).</translation>
    </message>
    <message>
        <source>All packages are installed in QGIS's profile.</source>
        <translation>Todos os pacotes estão instalados no perfil do QGIS.</translation>
    </message>
    <message>
        <source>All, the rejected too</source>
        <translation>Todos, também os rejeitados</translation>
    </message>
    <message>
        <source>An installation has not ended; what was fetched is kept.</source>
        <translation>Uma instalação não terminou; o que já foi baixado é mantido.</translation>
    </message>
    <message>
        <source>And a second one.</source>
        <translation>E em um segundo ponto.</translation>
    </message>
    <message>
        <source>Another QGIS is installing the packages.</source>
        <translation>Outro QGIS está instalando os pacotes.</translation>
    </message>
    <message>
        <source>Another QGIS uses that history now.</source>
        <translation>Outro QGIS está usando esse histórico agora.</translation>
    </message>
    <message>
        <source>Another question is being answered.</source>
        <translation>Outra pergunta está sendo respondida.</translation>
    </message>
    <message>
        <source>Answer &amp;format</source>
        <translation>&amp;Formato da resposta</translation>
    </message>
    <message>
        <source>Answer format</source>
        <translation>Formato da resposta</translation>
    </message>
    <message>
        <source>Answers and the history with its pictures are kept in files beside the project, or in your QGIS profile where that cannot be.</source>
        <translation>As respostas e o histórico com suas imagens ficam em arquivos ao lado do projeto ou, onde não for possível, no seu perfil do QGIS.</translation>
    </message>
    <message>
        <source>Apple graphics (mps)</source>
        <translation>gráficos da Apple (mps)</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>Area in pixels of the view</source>
        <translation>Área em pixels da vista</translation>
    </message>
    <message>
        <source>Area on the ellipsoid in square metres</source>
        <translation>Área sobre o elipsoide em metros quadrados</translation>
    </message>
    <message>
        <source>Arrows, with Shift</source>
        <translation>Setas, com Shift</translation>
    </message>
    <message>
        <source>As last time: {what}.</source>
        <translation>Como da última vez: {what}.</translation>
    </message>
    <message>
        <source>As styled</source>
        <translation>Com a simbologia</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Como são</translation>
    </message>
    <message>
        <source>As usual instead</source>
        <translation>Em vez disso, como de costume</translation>
    </message>
    <message>
        <source>As&amp;k</source>
        <translation>Per&amp;guntar</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Perguntar</translation>
    </message>
    <message>
        <source>Ask &amp;about</source>
        <translation>Perguntar so&amp;bre</translation>
    </message>
    <message>
        <source>Ask a question about a raster</source>
        <translation>Fazer uma pergunta sobre um raster</translation>
    </message>
    <message>
        <source>Ask a&amp;gain…</source>
        <translation>Perguntar de &amp;novo…</translation>
    </message>
    <message>
        <source>Ask about</source>
        <translation>Perguntar sobre</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Perguntar de novo</translation>
    </message>
    <message>
        <source>Ask again to decide anew, or choose a reasoner on this computer in the options.</source>
        <translation>Pergunte de novo para decidir outra vez, ou escolha nas opções um raciocinador deste computador.</translation>
    </message>
    <message>
        <source>Ask again, or choose another format.</source>
        <translation>Pergunte de novo ou escolha outro formato.</translation>
    </message>
    <message>
        <source>Ask again. If it happens again, install the packages of the engine again.</source>
        <translation>Pergunte de novo. Se acontecer outra vez, instale novamente os pacotes do motor.</translation>
    </message>
    <message>
        <source>Ask for leave to write there, or choose another folder for results in AskMap's options.</source>
        <translation>Peça permissão para gravar ali ou escolha outra pasta de resultados nas opções do AskMap.</translation>
    </message>
    <message>
        <source>Ask for one of them, draw yourself what you see, or choose another model:</source>
        <translation>Pergunte por um deles, desenhe você mesmo o que vê ou escolha outro modelo:</translation>
    </message>
    <message>
        <source>Ask for something else, draw yourself what you see, or choose another model:</source>
        <translation>Pergunte por outra coisa, desenhe você mesmo o que vê ou escolha outro modelo:</translation>
    </message>
    <message>
        <source>Ask one question in AskMap's dock first, and agree there.</source>
        <translation>Faça primeiro uma pergunta no painel do AskMap e aceite ali.</translation>
    </message>
    <message>
        <source>Ask who runs this computer to allow it, or choose a folder that already holds the packages.</source>
        <translation>Peça a quem administra este computador que o permita, ou escolha uma pasta que já contenha os pacotes.</translation>
    </message>
    <message>
        <source>AskMap can install them into QGIS's profile:</source>
        <translation>O AskMap pode instalá-los no perfil do QGIS:</translation>
    </message>
    <message>
        <source>AskMap cannot install packages on this kind of computer ({machine}).</source>
        <translation>O AskMap não pode instalar pacotes neste tipo de computador ({machine}).</translation>
    </message>
    <message>
        <source>AskMap does not load it itself yet. Let a program such as LM Studio serve it, then look for served models here.</source>
        <translation>O AskMap ainda não o carrega por si. Deixe um programa como o LM Studio servi-lo e depois procure aqui os modelos servidos.</translation>
    </message>
    <message>
        <source>AskMap downloads nothing unasked: «Models…» gets models, checks them, and finds those here.</source>
        <translation>O AskMap não baixa nada sem que lhe peçam: «Modelos…» obtém modelos, verifica-os e encontra os que já estão aqui.</translation>
    </message>
    <message>
        <source>AskMap met a bug of its own.</source>
        <translation>O AskMap encontrou um erro próprio.</translation>
    </message>
    <message>
        <source>AskMap report</source>
        <translation>Relatório do AskMap</translation>
    </message>
    <message>
        <source>AskMap version</source>
        <translation>Versão do AskMap</translation>
    </message>
    <message>
        <source>AskMap was updated. What is new:</source>
        <translation>O AskMap foi atualizado. O que há de novo:</translation>
    </message>
    <message>
        <source>AskMap's engine needs packages that this QGIS does not have ({packages}). Install them here, or choose a folder that already holds them.</source>
        <translation>O motor do AskMap precisa de pacotes que este QGIS não tem ({packages}). Instale-os aqui ou escolha uma pasta que já os contenha.</translation>
    </message>
    <message>
        <source>AskMap's version</source>
        <translation>Versão do AskMap</translation>
    </message>
    <message>
        <source>AskMap: a mask to keep</source>
        <translation>AskMap: uma máscara para guardar</translation>
    </message>
    <message>
        <source>AskMap: ask</source>
        <translation>AskMap: perguntar</translation>
    </message>
    <message>
        <source>AskMap: checking {name}</source>
        <translation>AskMap: verificando {name}</translation>
    </message>
    <message>
        <source>AskMap: deleting {name}</source>
        <translation>AskMap: excluindo {name}</translation>
    </message>
    <message>
        <source>AskMap: drawing the mask</source>
        <translation>AskMap: desenhando a máscara</translation>
    </message>
    <message>
        <source>AskMap: export</source>
        <translation>AskMap: exportação</translation>
    </message>
    <message>
        <source>AskMap: fetching {name}</source>
        <translation>AskMap: obtendo {name}</translation>
    </message>
    <message>
        <source>AskMap: freeing the memory of the models</source>
        <translation>AskMap: liberando a memória dos modelos</translation>
    </message>
    <message>
        <source>AskMap: go to the question</source>
        <translation>AskMap: ir para a pergunta</translation>
    </message>
    <message>
        <source>AskMap: installing the packages</source>
        <translation>AskMap: instalando os pacotes</translation>
    </message>
    <message>
        <source>AskMap: loading the models</source>
        <translation>AskMap: carregando os modelos</translation>
    </message>
    <message>
        <source>AskMap: looking at the database</source>
        <translation>AskMap: olhando o banco de dados</translation>
    </message>
    <message>
        <source>AskMap: looking at the picture</source>
        <translation>AskMap: olhando a imagem</translation>
    </message>
    <message>
        <source>AskMap: looking at this computer</source>
        <translation>AskMap: vendo o que este computador tem</translation>
    </message>
    <message>
        <source>AskMap: looking for models</source>
        <translation>AskMap: procurando modelos</translation>
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
        <translation>AskMap: os pixels saem deste computador</translation>
    </message>
    <message>
        <source>AskMap: self-test</source>
        <translation>AskMap: autoteste</translation>
    </message>
    <message>
        <source>AskMap: stop</source>
        <translation>AskMap: parar</translation>
    </message>
    <message>
        <source>AskMap: target {number}</source>
        <translation>AskMap: alvo {number}</translation>
    </message>
    <message>
        <source>AskMap: teach on the map</source>
        <translation>AskMap: ensinar no mapa</translation>
    </message>
    <message>
        <source>AskMap: thin out pictures</source>
        <translation>AskMap: reduzir imagens</translation>
    </message>
    <message>
        <source>AskMap: trying {name}</source>
        <translation>AskMap: experimentando {name}</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Perguntado</translation>
    </message>
    <message>
        <source>Asking {server}…</source>
        <translation>Perguntando a {server}…</translation>
    </message>
    <message>
        <source>At most:</source>
        <translation>No máximo:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Back to «{layer}»</source>
        <translation>Voltar a “{layer}”</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Before your first question</source>
        <translation>Antes da sua primeira pergunta</translation>
    </message>
    <message>
        <source>Being answered: «{question}»</source>
        <translation>Sendo respondida: “{question}”</translation>
    </message>
    <message>
        <source>Being answered…</source>
        <translation>Sendo respondida…</translation>
    </message>
    <message>
        <source>Both answers are then shown side by side. A seed matters above temperature 0 only.</source>
        <translation>Depois as duas respostas são mostradas lado a lado. A semente só importa com temperatura acima de 0.</translation>
    </message>
    <message>
        <source>Box that the segmenter was given, in pixels of the view</source>
        <translation>Caixa dada ao modelo de segmentação, em pixels da vista</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Caixas</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Trazer de volta o que foi excluído por último</translation>
    </message>
    <message>
        <source>Bundles of packages</source>
        <translation>Pacotes offline</translation>
    </message>
    <message>
        <source>By keyboard: arrows move a cross, + and - click there, B begins and ends a box.</source>
        <translation>Com o teclado: as setas movem uma cruz, + e - clicam nela, B começa e termina uma caixa.</translation>
    </message>
    <message>
        <source>By keyboard: arrows move a cross, B begins and ends a box.</source>
        <translation>Com o teclado: as setas movem uma cruz, B começa e termina uma caixa.</translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation>&amp;Conexão</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Check the network and the proxy in QGIS's options, then try again: what was fetched is kept.</source>
        <translation>Verifique a rede e o proxy nas opções do QGIS e tente de novo: o que já foi baixado é mantido.</translation>
    </message>
    <message>
        <source>Choose a file that the command «askmap bundle» has made, and that was copied here to its end.</source>
        <translation>Escolha um arquivo criado pelo comando «askmap bundle» e copiado para cá por inteiro.</translation>
    </message>
    <message>
        <source>Choose a folder that already holds the packages.</source>
        <translation>Escolha uma pasta que já contenha os pacotes.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png.</source>
        <translation>Escolha um nome que termine em .png.</translation>
    </message>
    <message>
        <source>Choose a reasoner such as Qwen-VL, or a segmenter such as SAM2.</source>
        <translation>Escolha um modelo de raciocínio como o Qwen-VL, ou de segmentação como o SAM2.</translation>
    </message>
    <message>
        <source>Choose another coordinate system.</source>
        <translation>Escolha outro sistema de coordenadas.</translation>
    </message>
    <message>
        <source>Choose another file name, or remove the layer from the map first.</source>
        <translation>Escolha outro nome de arquivo ou remova antes a camada do mapa.</translation>
    </message>
    <message>
        <source>Choose another table, or leave these columns out.</source>
        <translation>Escolha outra tabela ou deixe essas colunas de fora.</translation>
    </message>
    <message>
        <source>Choose it again in AskMap's options; its password is the key.</source>
        <translation>Escolha-a de novo nas opções do AskMap; a senha dela é a chave.</translation>
    </message>
    <message>
        <source>Choose models…</source>
        <translation>Escolher modelos…</translation>
    </message>
    <message>
        <source>Choose other targets, or smaller areas to leave out.</source>
        <translation>Escolha outros alvos ou áreas menores para deixar de fora.</translation>
    </message>
    <message>
        <source>Choose the bundle</source>
        <translation>Escolher o pacote offline</translation>
    </message>
    <message>
        <source>Choose the folder of a model: it holds config.json and *.safetensors</source>
        <translation>Escolha a pasta de um modelo: ela contém config.json e *.safetensors</translation>
    </message>
    <message>
        <source>Choose the folder of the data set first.</source>
        <translation>Escolha primeiro a pasta do conjunto de dados.</translation>
    </message>
    <message>
        <source>Choose the folder of the data set on the page «Teach» first.</source>
        <translation>Escolha primeiro a pasta do conjunto de dados na página “Ensinar”.</translation>
    </message>
    <message>
        <source>Choosing the packages</source>
        <translation>Escolhendo os pacotes</translation>
    </message>
    <message>
        <source>Cl&amp;ass</source>
        <translation>C&amp;lasse</translation>
    </message>
    <message>
        <source>Click a point on the target, or press Space there.</source>
        <translation>Clique em um ponto do alvo ou pressione Espaço ali.</translation>
    </message>
    <message>
        <source>Click on the new target, or drag a box around it; Esc ends.</source>
        <translation>Clique no novo alvo ou arraste uma caixa em volta dele; Esc encerra.</translation>
    </message>
    <message>
        <source>Click what belongs to it, right-click what does not, or drag a box; X cuts a part off by hand, Enter accepts it.</source>
        <translation>Clique no que pertence a ele, com o botão direito no que não pertence, ou arraste uma caixa; X recorta uma parte à mão, Enter o aceita.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Close it or wait for its answer, then try again; «askmap serve --end» ends a service.</source>
        <translation>Feche-o ou espere pela resposta e tente de novo; «askmap serve --end» encerra um serviço.</translation>
    </message>
    <message>
        <source>Close other programs that use its file, then open the answer again from the history.</source>
        <translation>Feche outros programas que usem o arquivo dela e abra a resposta novamente a partir do histórico.</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Core&amp;s</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Columns: {count} of {all}</source>
        <translation>Colunas: {count} de {all}</translation>
    </message>
    <message>
        <source>Comp&amp;are</source>
        <translation>Com&amp;parar</translation>
    </message>
    <message>
        <source>Compare the answers of models that know it.</source>
        <translation>Compare as respostas de modelos que o conheçam.</translation>
    </message>
    <message>
        <source>Compare two answers</source>
        <translation>Comparar duas respostas</translation>
    </message>
    <message>
        <source>Compare two questions about the same imagery.</source>
        <translation>Compare duas perguntas sobre as mesmas imagens.</translation>
    </message>
    <message>
        <source>Compute o&amp;n</source>
        <translation>C&amp;alcular em</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiança</translation>
    </message>
    <message>
        <source>Confidence that the target is right, 0 to 1, where the reasoner states one</source>
        <translation>Confiança em que o alvo esteja correto, de 0 a 1, se o modelo de raciocínio a indicar</translation>
    </message>
    <message>
        <source>Confidence {percent} %: of targets that the model was as sure of, so many were right.</source>
        <translation>Confiança {percent} %: dos alvos de que o modelo tinha a mesma certeza, essa parte estava correta.</translation>
    </message>
    <message>
        <source>Cop&amp;y diagnostics</source>
        <translation>Copiar &amp;diagnóstico</translation>
    </message>
    <message>
        <source>Copied: whoever pastes it as a question asks the same.</source>
        <translation>Copiado: quem o colar como pergunta perguntará o mesmo.</translation>
    </message>
    <message>
        <source>Copy as preset</source>
        <translation>Copiar como predefinição de pergunta</translation>
    </message>
    <message>
        <source>Copy it here once more, or make it anew.</source>
        <translation>Copie-o para cá mais uma vez ou crie-o de novo.</translation>
    </message>
    <message>
        <source>Copy it to this computer's own disk, and choose it there.</source>
        <translation>Copie-o para o disco deste computador e escolha-o lá.</translation>
    </message>
    <message>
        <source>Copy the reasoning</source>
        <translation>Copiar o raciocínio</translation>
    </message>
    <message>
        <source>Cor&amp;ners</source>
        <translation>Ca&amp;ntos</translation>
    </message>
    <message>
        <source>Corners were made right ones.</source>
        <translation>Os cantos foram tornados retos.</translation>
    </message>
    <message>
        <source>Correct it on the map</source>
        <translation>Corrigi-lo no mapa</translation>
    </message>
    <message>
        <source>Correct them in Settings &gt; Options &gt; Network, then try again.</source>
        <translation>Corrija-os em Configurações &gt; Opções &gt; Rede e tente de novo.</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Cut it off by hand</source>
        <translation>Recortar à mão</translation>
    </message>
    <message>
        <source>Cut target {number}</source>
        <translation>Recortar o alvo {number}</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Conjunto de dados</translation>
    </message>
    <message>
        <source>Decide about several targets</source>
        <translation>Decidir sobre vários alvos</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n question(s) with all that was found?</source>
        <translation><numerusform>Excluir %n pergunta com tudo o que foi encontrado?</numerusform><numerusform>Excluir %n perguntas com tudo o que foi encontrado?</numerusform></translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>Excluir um modelo</translation>
    </message>
    <message>
        <source>Delete {name}? {size} of the disk come free.</source>
        <translation>Excluir {name}? {size} do disco ficam livres.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Excluir…</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Não enviar</translation>
    </message>
    <message>
        <source>Drag a box around a target, or press Space at its corner.</source>
        <translation>Arraste uma caixa em volta de um alvo ou pressione Espaço no canto dela.</translation>
    </message>
    <message>
        <source>Drag a box around the whole target instead.</source>
        <translation>Em vez disso, arraste uma caixa em volta do alvo inteiro.</translation>
    </message>
    <message>
        <source>Drag a line around what is to be cut off the target; Esc ends without a cut.</source>
        <translation>Arraste uma linha em volta do que deve ser recortado do alvo; Esc encerra sem recortar.</translation>
    </message>
    <message>
        <source>Drag to move, turn the wheel to zoom</source>
        <translation>Arraste para mover, gire a roda para mudar o zoom</translation>
    </message>
    <message>
        <source>Draw a new target</source>
        <translation>Desenhar um novo alvo</translation>
    </message>
    <message>
        <source>Draw target {number}</source>
        <translation>Desenhar o alvo {number}</translation>
    </message>
    <message>
        <source>Draw the box of the next target, or press Enter to keep those that are drawn.</source>
        <translation>Desenhe a caixa do próximo alvo ou pressione Enter para manter os que já foram desenhados.</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>Each pixel once (1)</source>
        <translation>Cada pixel uma vez (1)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit by hand</source>
        <translation>Editar à mão</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter keeps it, M begins another target, Backspace goes back, Esc drops it.</source>
        <translation>Enter o mantém, M começa outro alvo, Backspace volta atrás, Esc o descarta.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Everywhere in QGIS:</source>
        <translation>Em todo o QGIS:</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemplos</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Exemplos:</translation>
    </message>
    <message>
        <source>Export it alone, as a GeoPackage.</source>
        <translation>Exporte-a sozinha, como GeoPackage.</translation>
    </message>
    <message>
        <source>Export it as a GeoPackage, in its own coordinate system.</source>
        <translation>Exporte-o como GeoPackage, em seu próprio sistema de coordenadas.</translation>
    </message>
    <message>
        <source>Export targets</source>
        <translation>Exportar alvos</translation>
    </message>
    <message>
        <source>Export the questions one by one.</source>
        <translation>Exporte as perguntas uma a uma.</translation>
    </message>
    <message>
        <source>Exported to {place}.</source>
        <translation>Exportado para {place}.</translation>
    </message>
    <message numerus="yes">
        <source>Failed: the bundled models found %n target(s), and the overlap with the truth is {overlap}, less than {least}. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation><numerusform>Reprovado: os modelos incluídos encontraram %n alvo, e a sobreposição com a verdade é {overlap}, menos que {least}. Instale o AskMap novamente; se isso não mudar nada, relate com o diagnóstico copiado.</numerusform><numerusform>Reprovado: os modelos incluídos encontraram %n alvos, e a sobreposição com a verdade é {overlap}, menos que {least}. Instale o AskMap novamente; se isso não mudar nada, relate com o diagnóstico copiado.</numerusform></translation>
    </message>
    <message>
        <source>Failed: the bundled models say that they do not know what the self-test asks for. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation>Reprovado: os modelos incluídos dizem que não conhecem o que o autoteste pergunta. Instale o AskMap de novo; se isso não mudar nada, relate com o diagnóstico copiado.</translation>
    </message>
    <message>
        <source>Fetched by AskMap: {size}, in {folder}</source>
        <translation>Obtidos pelo AskMap: {size}, em {folder}</translation>
    </message>
    <message>
        <source>Fetching the installer</source>
        <translation>Baixando o instalador</translation>
    </message>
    <message>
        <source>Fetching the installer: {done} of {total} MB</source>
        <translation>Baixando o instalador: {done} de {total} MB</translation>
    </message>
    <message>
        <source>Fetching the packages</source>
        <translation>Baixando os pacotes</translation>
    </message>
    <message>
        <source>Fetching the packages: {done} of {total} MB</source>
        <translation>Baixando os pacotes: {done} de {total} MB</translation>
    </message>
    <message>
        <source>Fill &amp;holes below</source>
        <translation>Preencher b&amp;uracos menores que</translation>
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
        <translation>Pasta do conjunto de dados</translation>
    </message>
    <message>
        <source>Folder with the &amp;packages</source>
        <translation>Pasta com os &amp;pacotes</translation>
    </message>
    <message>
        <source>Folder with the packages</source>
        <translation>Pasta com os pacotes</translation>
    </message>
    <message>
        <source>Follows up</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>For a computer without a network: a file that another one makes with «{command}». Take it only from those whom you trust.</source>
        <translation>Para um computador sem rede: um arquivo que outro cria com «{command}». Aceite-o somente de quem você confia.</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Encontrado por</translation>
    </message>
    <message>
        <source>Found by both: {both}; on the left only: {left}; on the right only: {right}.</source>
        <translation>Encontrados por ambas: {both}; só à esquerda: {left}; só à direita: {right}.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>Free some space, then try again: what was fetched is kept.</source>
        <translation>Libere espaço e tente de novo: o que já foi baixado é mantido.</translation>
    </message>
    <message>
        <source>Free the models after</source>
        <translation>Liberar os modelos após</translation>
    </message>
    <message>
        <source>Get another model</source>
        <translation>Obter outro modelo</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Go on installing</source>
        <translation>Continuar a instalar</translation>
    </message>
    <message>
        <source>Go to the opposite corner: click, or press Space.</source>
        <translation>Vá até o canto oposto: clique ou pressione Espaço.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Holes below {area} m² were filled.</source>
        <translation>Os buracos com menos de {area} m² foram preenchidos.</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Em que ponto está</translation>
    </message>
    <message>
        <source>How far the installation is</source>
        <translation>Até onde chegou a instalação</translation>
    </message>
    <message>
        <source>How it was asked</source>
        <translation>Como foi perguntado</translation>
    </message>
    <message>
        <source>How large a pixel is on the ground is unknown: the view has no coordinate system.</source>
        <translation>Não se sabe o tamanho de um pixel no terreno: a vista não tem sistema de coordenadas.</translation>
    </message>
    <message>
        <source>How sure the segmenter is of the outline, 0 to 1</source>
        <translation>Certeza do modelo de segmentação sobre o contorno, de 0 a 1</translation>
    </message>
    <message>
        <source>How the targets are sorted</source>
        <translation>Como os alvos são ordenados</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>In a process of its own, the engine cannot take QGIS along when it crashes.</source>
        <translation>Em um processo próprio, o motor não pode derrubar o QGIS se falhar.</translation>
    </message>
    <message>
        <source>Install a newer QGIS, or choose a folder that already holds the packages.</source>
        <translation>Instale um QGIS mais recente ou escolha uma pasta que já contenha os pacotes.</translation>
    </message>
    <message>
        <source>Install from a bundle…</source>
        <translation>Instalar de um pacote offline…</translation>
    </message>
    <message>
        <source>Install the packages</source>
        <translation>Instalar os pacotes</translation>
    </message>
    <message>
        <source>Install them again</source>
        <translation>Instalar de novo</translation>
    </message>
    <message>
        <source>Install them again with the button in the dock, or choose a folder with others.</source>
        <translation>Instale-os de novo com o botão do painel ou escolha uma pasta com outros.</translation>
    </message>
    <message>
        <source>Install those for the graphics card</source>
        <translation>Instalar os da placa gráfica</translation>
    </message>
    <message>
        <source>Installing the packages</source>
        <translation>Instalando os pacotes</translation>
    </message>
    <message>
        <source>It can go on in the background. If it stops, what has come is kept for the next time.</source>
        <translation>Pode continuar em segundo plano. Se parar, o que já chegou fica guardado para a próxima vez.</translation>
    </message>
    <message>
        <source>It has no models yet: load one there that sees pictures.</source>
        <translation>Ainda não tem modelos: carregue lá um que veja imagens.</translation>
    </message>
    <message>
        <source>It is served at {address}.</source>
        <translation>É servido em {address}.</translation>
    </message>
    <message>
        <source>It is used where it lies, never copied; to delete it, delete it there.</source>
        <translation>É usado onde está, nunca copiado; para excluí-lo, exclua-o lá.</translation>
    </message>
    <message>
        <source>It lies in {folder}.</source>
        <translation>Está em {folder}.</translation>
    </message>
    <message>
        <source>It lies on the pixels of the view, in their own coordinate system.</source>
        <translation>Fica sobre os pixels da vista, no sistema de coordenadas deles.</translation>
    </message>
    <message>
        <source>It needs about {needed} of main memory without a graphics card; this computer has {has}.</source>
        <translation>Precisa de cerca de {needed} de memória principal sem placa gráfica; este computador tem {has}.</translation>
    </message>
    <message>
        <source>It needs about {needed} on a graphics card; the one here has {graphics}.</source>
        <translation>Precisa de cerca de {needed} numa placa gráfica; a daqui tem {graphics}.</translation>
    </message>
    <message>
        <source>It shows {source}.</source>
        <translation>Mostra {source}.</translation>
    </message>
    <message>
        <source>Its files have changed since: check it, or delete it and get it again.</source>
        <translation>Os arquivos dele mudaram desde então: verifique-o, ou exclua-o e obtenha-o de novo.</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>A chave dele</translation>
    </message>
    <message>
        <source>Its model</source>
        <translation>O modelo dele</translation>
    </message>
    <message>
        <source>Its name at the hub, such as owner/name:</source>
        <translation>O nome dele no hub, como dono/nome:</translation>
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
        <translation>Man&amp;ter a máscara do modelo de segmentação na amostra</translation>
    </message>
    <message>
        <source>Kept, though this question was taught on this picture before: one sample should hold all targets.</source>
        <translation>Mantido, embora esta pergunta já tenha sido ensinada nesta imagem: uma amostra deveria conter todos os alvos.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Mantido.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys on the map</source>
        <translation>Teclas no mapa</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
    <message>
        <source>Language model that pointed at the target</source>
        <translation>Modelo de linguagem que apontou o alvo</translation>
    </message>
    <message>
        <source>Language of As&amp;kMap</source>
        <translation>Idioma do As&amp;kMap</translation>
    </message>
    <message>
        <source>Language of ans&amp;wers</source>
        <translation>&amp;Idioma das respostas</translation>
    </message>
    <message>
        <source>Language of the answer</source>
        <translation>Idioma da resposta</translation>
    </message>
    <message>
        <source>Last samples</source>
        <translation>Últimas amostras</translation>
    </message>
    <message>
        <source>Layers are written to {folder}. The history with its pictures is kept beside the project, or in your QGIS profile where that cannot be.</source>
        <translation>As camadas são gravadas em {folder}. O histórico com suas imagens fica ao lado do projeto ou, onde não for possível, no seu perfil do QGIS.</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Deixar pendente</translation>
    </message>
    <message>
        <source>Leave out &amp;rejected targets</source>
        <translation>Deixar de fora os alvos &amp;rejeitados</translation>
    </message>
    <message>
        <source>Leave target {number} open</source>
        <translation>Deixar o alvo {number} pendente</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Esquerda</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licença</translation>
    </message>
    <message>
        <source>Licence: {licence}. Read the model's own page before you use it.</source>
        <translation>Licença: {licence}. Leia a página do modelo antes de usá-lo.</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Carregando os modelos</translation>
    </message>
    <message>
        <source>Loading the models, only once: {percent} %</source>
        <translation>Carregando os modelos, só desta vez: {percent} %</translation>
    </message>
    <message>
        <source>Loading {load} s, reasoning {reason} s, masks {segment} s, on {device}.</source>
        <translation>Carregamento {load} s, raciocínio {reason} s, máscaras {segment} s, em {device}.</translation>
    </message>
    <message>
        <source>Loads it, and asks it the bundled questions about real pictures</source>
        <translation>Carrega-o e faz a ele as perguntas incluídas sobre imagens reais</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Procurar de novo</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>Procurar os modelos dele</translation>
    </message>
    <message>
        <source>Look whether the server runs and whether you may write there.</source>
        <translation>Verifique se o servidor está funcionando e se você pode gravar nele.</translation>
    </message>
    <message>
        <source>Look whether you may write there, or choose another table.</source>
        <translation>Verifique se você pode gravar ali ou escolha outra tabela.</translation>
    </message>
    <message>
        <source>Looking at the map</source>
        <translation>Olhando o mapa</translation>
    </message>
    <message>
        <source>Looking for programs on this computer that serve models…</source>
        <translation>Procurando programas neste computador que sirvam modelos…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>M&amp;odelos…</translation>
    </message>
    <message>
        <source>Make QGIS's profile writable, or choose a folder that already holds the packages.</source>
        <translation>Torne o perfil do QGIS gravável ou escolha uma pasta que já contenha os pacotes.</translation>
    </message>
    <message>
        <source>Make a training sample of what was accepted</source>
        <translation>Criar uma amostra de treinamento com o que foi aceito</translation>
    </message>
    <message>
        <source>Make it in the Browser panel, under PostgreSQL.</source>
        <translation>Crie-a no painel Navegador, em PostgreSQL.</translation>
    </message>
    <message>
        <source>Make one on a computer with a network: {command}</source>
        <translation>Crie um em um computador com rede: {command}</translation>
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
        <translation>Pode ficar vazio</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>Model that outlined the target</source>
        <translation>Modelo que contornou o alvo</translation>
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
        <translation>Mais</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mais…</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card (cuda)</source>
        <translation>placa gráfica NVIDIA ou AMD (cuda)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Native pixels</source>
        <translation>Pixels originais</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Novo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próximo</translation>
    </message>
    <message>
        <source>No part of the layer «{layer}» lies there.</source>
        <translation>Nenhuma parte da camada “{layer}” fica ali.</translation>
    </message>
    <message>
        <source>No program can be run in {place}: {reason}.</source>
        <translation>Nenhum programa pode ser executado em {place}: {reason}.</translation>
    </message>
    <message>
        <source>No program on this computer serves models. Type the address of another one in the options.</source>
        <translation>Nenhum programa neste computador serve modelos. Digite o endereço de outro nas opções.</translation>
    </message>
    <message>
        <source>No raster is open yet.</source>
        <translation>Ainda não há nenhum raster aberto.</translation>
    </message>
    <message>
        <source>No target is accepted or open.</source>
        <translation>Nenhum alvo está aceito ou pendente.</translation>
    </message>
    <message>
        <source>No target is accepted yet.</source>
        <translation>Nenhum alvo foi aceito ainda.</translation>
    </message>
    <message>
        <source>No targets. Draw one where you see one.</source>
        <translation>Nenhum alvo. Desenhe um onde o vir.</translation>
    </message>
    <message>
        <source>None of the chosen targets is left to export.</source>
        <translation>Nenhum dos alvos escolhidos restou para exportar.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note on target {number}</source>
        <translation>Nota sobre o alvo {number}</translation>
    </message>
    <message>
        <source>Nothin&amp;g here answers the question</source>
        <translation>&amp;Nada aqui responde à pergunta</translation>
    </message>
    <message>
        <source>Nothing found. In the model's words: «{words}»</source>
        <translation>Nada encontrado. Nas palavras do modelo: «{words}»</translation>
    </message>
    <message>
        <source>Nothing found; the model gave no reason.</source>
        <translation>Nada encontrado; o modelo não deu nenhum motivo.</translation>
    </message>
    <message>
        <source>Nothing in the history has these words.</source>
        <translation>Nada no histórico contém estas palavras.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer unless you export it yourself, and AskMap downloads nothing. Layers from the web are fetched by QGIS, as always.</source>
        <translation>Nada sai deste computador, a menos que você mesmo exporte, e o AskMap não baixa nada. As camadas da web são obtidas pelo QGIS, como sempre.</translation>
    </message>
    <message>
        <source>Nothing of the target lies in that line. Press X to cut again.</source>
        <translation>Nada do alvo está dentro dessa linha. Pressione X para recortar de novo.</translation>
    </message>
    <message>
        <source>Nothing was asked in this project yet.</source>
        <translation>Nada foi perguntado neste projeto ainda.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nada foi encontrado.</translation>
    </message>
    <message>
        <source>Nothing was sent to {server}.</source>
        <translation>Nada foi enviado a {server}.</translation>
    </message>
    <message>
        <source>Nothing was sent to {server}: nobody has agreed to it yet.</source>
        <translation>Nada foi enviado a {server}: ninguém aceitou ainda.</translation>
    </message>
    <message>
        <source>Nothing would be left of the target: remove it with Delete instead.</source>
        <translation>Nada restaria do alvo: remova-o com Delete.</translation>
    </message>
    <message>
        <source>Now about «{layer}».</source>
        <translation>Agora sobre “{layer}”.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Number of the target in its question</source>
        <translation>Número do alvo em sua pergunta</translation>
    </message>
    <message>
        <source>Only one of the two was asked about imagery with a coordinate system.</source>
        <translation>Somente uma das duas perguntas foi feita sobre imagens com sistema de coordenadas.</translation>
    </message>
    <message>
        <source>Only torch with CUDA can be had here: {needed} MB to fetch instead of {planned} MB.</source>
        <translation>Aqui só há o torch com CUDA: {needed} MB a baixar em vez de {planned} MB.</translation>
    </message>
    <message>
        <source>Only what is accepted</source>
        <translation>Só o que foi aceito</translation>
    </message>
    <message>
        <source>Only what is needed</source>
        <translation>Somente o necessário</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidade</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>Abr&amp;ir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Pendente</translation>
    </message>
    <message>
        <source>Open its &amp;folder</source>
        <translation>Abrir a pas&amp;ta</translation>
    </message>
    <message>
        <source>Open its &amp;page</source>
        <translation>Abrir a pá&amp;gina</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Abrir o exemplo</translation>
    </message>
    <message>
        <source>Options of AskMap</source>
        <translation>Opções do AskMap</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Procedência</translation>
    </message>
    <message>
        <source>Other versions are needed now; only what changed is fetched.</source>
        <translation>Agora são necessárias outras versões; só o que mudou é baixado.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Desfecho</translation>
    </message>
    <message>
        <source>Outcome of the self-test</source>
        <translation>Resultado do autoteste</translation>
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
        <translation>Só contornos</translation>
    </message>
    <message>
        <source>Outlines were simplified by up to {distance} m.</source>
        <translation>Os contornos foram simplificados em até {distance} m.</translation>
    </message>
    <message>
        <source>Outlines were smoothed.</source>
        <translation>Os contornos foram suavizados.</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Sobreposição</translation>
    </message>
    <message>
        <source>Packages of the engine</source>
        <translation>Pacotes do motor</translation>
    </message>
    <message>
        <source>Part of the raster</source>
        <translation>Parte do raster</translation>
    </message>
    <message>
        <source>Parts below {area} m² were left out.</source>
        <translation>As partes com menos de {area} m² foram deixadas de fora.</translation>
    </message>
    <message numerus="yes">
        <source>Passed: found %n target(s), overlap with the truth {overlap}.</source>
        <translation><numerusform>Aprovado: %n alvo encontrado, sobreposição com a verdade {overlap}.</numerusform><numerusform>Aprovado: %n alvos encontrados, sobreposição com a verdade {overlap}.</numerusform></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Picture: {name}, {width} × {height} pixels.</source>
        <translation>Imagem: {name}, {width} × {height} pixels.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Pontos</translation>
    </message>
    <message>
        <source>Points beside the target that the segmenter was given, in pixels of the view</source>
        <translation>Pontos fora do alvo dados ao modelo de segmentação, em pixels da vista</translation>
    </message>
    <message>
        <source>Points on the target that the segmenter was given, in pixels of the view</source>
        <translation>Pontos no alvo dados ao modelo de segmentação, em pixels da vista</translation>
    </message>
    <message>
        <source>Precision of the reasoner</source>
        <translation>Precisão do modelo de raciocínio</translation>
    </message>
    <message>
        <source>Press X to cut it off by hand.</source>
        <translation>Pressione X para recortá-lo à mão.</translation>
    </message>
    <message>
        <source>Press the button again to fetch them all the same.</source>
        <translation>Pressione o botão de novo para baixá-los mesmo assim.</translation>
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
        <translation><numerusform>O QGIS terminou antes de um projeto com %n pergunta ser salvo.</numerusform><numerusform>O QGIS terminou antes de um projeto com %n perguntas ser salvo.</numerusform></translation>
    </message>
    <message>
        <source>QGIS has no connection yet: make one in its Browser panel, under PostgreSQL.</source>
        <translation>O QGIS ainda não tem nenhuma conexão: crie uma no painel Navegador, em PostgreSQL.</translation>
    </message>
    <message>
        <source>QGIS knows no connection «{name}».</source>
        <translation>O QGIS não conhece a conexão “{name}”.</translation>
    </message>
    <message>
        <source>QGIS's own Python could not be started: {reason}.</source>
        <translation>Não foi possível iniciar o Python do QGIS: {reason}.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pergunta</translation>
    </message>
    <message>
        <source>Question of this answer</source>
        <translation>Pergunta desta resposta</translation>
    </message>
    <message>
        <source>Questions asked before</source>
        <translation>Perguntas feitas antes</translation>
    </message>
    <message>
        <source>Questions that the model in use understands</source>
        <translation>Perguntas que o modelo em uso entende</translation>
    </message>
    <message>
        <source>Questions, reasoning, targets, verdicts and notes all stay. Without its picture an answer has no previews and no «What the model saw», and its targets cannot be corrected by clicks any more.</source>
        <translation>Perguntas, raciocínios, alvos, vereditos e notas ficam todos. Sem a sua imagem, uma resposta não tem prévias nem «O que o modelo viu», e os seus alvos não podem mais ser corrigidos com cliques.</translation>
    </message>
    <message>
        <source>R&amp;eplace</source>
        <translation>Sobr&amp;escrever</translation>
    </message>
    <message>
        <source>R&amp;un the self-test</source>
        <translation>Exec&amp;utar o autoteste</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Raster or layers that the question was about</source>
        <translation>Raster ou camadas sobre os quais era a pergunta</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>Texto bruto</translation>
    </message>
    <message>
        <source>Reading the bundle: {done} of {total} MB</source>
        <translation>Lendo o pacote offline: {done} de {total} MB</translation>
    </message>
    <message>
        <source>Reading the pixels</source>
        <translation>Lendo os pixels</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Reasoner</source>
        <translation>Modelo de raciocínio</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Raciocínio</translation>
    </message>
    <message>
        <source>Recommended by its size alone, because it fits: nothing was tried here yet.</source>
        <translation>Recomendado só pelo tamanho, porque cabe: aqui ainda não se experimentou nada.</translation>
    </message>
    <message>
        <source>Recommended by its size alone: what was tried here was too slow, or never right.</source>
        <translation>Recomendado só pelo tamanho: o que se experimentou aqui foi lento demais ou nunca acertou.</translation>
    </message>
    <message>
        <source>Recommended: of the pairs tried on this computer ({tried}), the one that was most often right in less than {seconds} s, and of equals the quickest.</source>
        <translation>Recomendado: dos pares experimentados neste computador ({tried}), o que mais acertou em menos de {seconds} s e, em caso de empate, o mais rápido.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Refine target {number}</source>
        <translation>Refinar o alvo {number}</translation>
    </message>
    <message>
        <source>Reinstall QGIS with its Python, then try again.</source>
        <translation>Reinstale o QGIS com o seu Python e tente de novo.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeitar</translation>
    </message>
    <message>
        <source>Reject target {number}</source>
        <translation>Rejeitar o alvo {number}</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeitado</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Remove &amp;for good</source>
        <translation>Remover de&amp;finitivamente</translation>
    </message>
    <message>
        <source>Remove target {number}</source>
        <translation>Remover o alvo {number}</translation>
    </message>
    <message>
        <source>Remove the packages</source>
        <translation>Remover os pacotes</translation>
    </message>
    <message>
        <source>Remove this sample</source>
        <translation>Remover esta amostra</translation>
    </message>
    <message>
        <source>Remove what was asked there, with all verdicts? It cannot be brought back.</source>
        <translation>Remover o que foi perguntado ali, com todos os vereditos? Não será possível trazer de volta.</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>Re&amp;latório…</translation>
    </message>
    <message>
        <source>Restart QGIS, then try again.</source>
        <translation>Reinicie o QGIS e tente de novo.</translation>
    </message>
    <message>
        <source>Restore the &amp;default keys</source>
        <translation>Restaurar as tec&amp;las padrão</translation>
    </message>
    <message>
        <source>Results and languages</source>
        <translation>Resultados e idiomas</translation>
    </message>
    <message>
        <source>Revision {revision} of the hub.</source>
        <translation>Revisão {revision} do hub.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Direita</translation>
    </message>
    <message>
        <source>Right angles, for buildings</source>
        <translation>Ângulos retos, para edifícios</translation>
    </message>
    <message>
        <source>Runs in QGIS, as the options say.</source>
        <translation>Funciona no QGIS, como indicam as opções.</translation>
    </message>
    <message>
        <source>Runs in QGIS, where the engine's packages work.</source>
        <translation>Funciona no QGIS, onde os pacotes do motor funcionam bem.</translation>
    </message>
    <message>
        <source>Runs in a process of its own, as the options say.</source>
        <translation>Funciona em um processo próprio, como indicam as opções.</translation>
    </message>
    <message>
        <source>Runs in a process of its own, because its packages failed beside QGIS's libraries.</source>
        <translation>Funciona em um processo próprio, porque seus pacotes falharam ao lado das bibliotecas do QGIS.</translation>
    </message>
    <message>
        <source>Runs in the service that the shell uses, too.</source>
        <translation>Funciona no serviço que o terminal também usa.</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>&amp;Semente</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Parar</translation>
    </message>
    <message>
        <source>S&amp;top teaching</source>
        <translation>Parar de ens&amp;inar</translation>
    </message>
    <message>
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 de seus pesos</translation>
    </message>
    <message>
        <source>SHA-256 of the reasoner's weights</source>
        <translation>SHA-256 dos pesos do modelo de raciocínio</translation>
    </message>
    <message>
        <source>SHA-256 of the segmenter's weights</source>
        <translation>SHA-256 dos pesos do modelo de segmentação</translation>
    </message>
    <message>
        <source>Save it as a GeoTIFF first, or ask in AskMap's dock, which can look at any layer.</source>
        <translation>Salve-a primeiro como GeoTIFF ou pergunte no painel do AskMap, que pode olhar qualquer camada.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Salvar imagem</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Salvar imagem…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Salvar o relatório</translation>
    </message>
    <message>
        <source>Say what works here</source>
        <translation>Dizer o que funciona aqui</translation>
    </message>
    <message>
        <source>Sche&amp;ma</source>
        <translation>Esque&amp;ma</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Pontuação</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>S&amp;emente</translation>
    </message>
    <message>
        <source>Se&amp;gmenter</source>
        <translation>Modelo de se&amp;gmentação</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Procurar no histórico</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>Seed of the answer's randomness</source>
        <translation>Semente da aleatoriedade da resposta</translation>
    </message>
    <message>
        <source>Segmenter</source>
        <translation>Modelo de segmentação</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send what the map shows to {server}?</source>
        <translation>Enviar a {server} o que o mapa mostra?</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Shaping the outlines</source>
        <translation>Dando forma aos contornos</translation>
    </message>
    <message>
        <source>Sho&amp;w on the map</source>
        <translation>M&amp;ostrar no mapa</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
    <message>
        <source>Show its edge on the map</source>
        <translation>Mostrar sua borda no mapa</translation>
    </message>
    <message>
        <source>Show the &amp;introduction again</source>
        <translation>Mostrar a intr&amp;odução novamente</translation>
    </message>
    <message>
        <source>Show the differences on the &amp;map</source>
        <translation>Mostrar as diferenças no &amp;mapa</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Suavizados</translation>
    </message>
    <message>
        <source>Some files in {place} are in use.</source>
        <translation>Alguns arquivos em {place} estão em uso.</translation>
    </message>
    <message>
        <source>Some models are given only to those who have agreed to their terms: do so on the model's page with an account, make a key there that may read, and choose it here. QGIS keeps it encrypted.</source>
        <translation>Alguns modelos só são dados a quem aceitou os seus termos: faça-o na página do modelo com uma conta, crie lá uma chave de leitura e escolha-a aqui. O QGIS guarda-a cifrada.</translation>
    </message>
    <message>
        <source>Something is drawn: keep it with Enter, or drop it with Esc.</source>
        <translation>Há algo desenhado: mantenha-o com Enter ou descarte-o com Esc.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espaço</translation>
    </message>
    <message>
        <source>Spl&amp;it</source>
        <translation>&amp;Partição</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>&amp;Parar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Pará-lo</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Parado.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Parado; nada foi gravado.</translation>
    </message>
    <message>
        <source>Stopped; what was fetched is kept.</source>
        <translation>Parado; o que já foi baixado é mantido.</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>Ta&amp;bela</translation>
    </message>
    <message>
        <source>Ta&amp;ke over</source>
        <translation>A&amp;ssumir</translation>
    </message>
    <message numerus="yes">
        <source>Ta&amp;ke the %n open one(s)</source>
        <translation><numerusform>Usar o %n pen&amp;dente</numerusform><numerusform>Usar os %n pen&amp;dentes</numerusform></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Take back a step on target {number}</source>
        <translation>Desfazer um passo no alvo {number}</translation>
    </message>
    <message>
        <source>Take it «As styled»</source>
        <translation>Usar “Com a simbologia”</translation>
    </message>
    <message>
        <source>Take its settings</source>
        <translation>Usar as suas configurações</translation>
    </message>
    <message>
        <source>Take o&amp;ut</source>
        <translation>&amp;Retirar</translation>
    </message>
    <message>
        <source>Target {number}</source>
        <translation>Alvo {number}</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Alvos</translation>
    </message>
    <message>
        <source>Targets found: {count}</source>
        <translation>Alvos encontrados: {count}</translation>
    </message>
    <message numerus="yes">
        <source>Targets of %n question(s)</source>
        <translation><numerusform>Alvos de %n pergunta</numerusform><numerusform>Alvos de %n perguntas</numerusform></translation>
    </message>
    <message>
        <source>Taught on: {what}, as chosen on the page «Ask».</source>
        <translation>Ensina-se com: {what}, como escolhido na página «Perguntar».</translation>
    </message>
    <message>
        <source>Te&amp;mperature</source>
        <translation>Te&amp;mperatura</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Ensinar</translation>
    </message>
    <message>
        <source>Teach o&amp;n the map</source>
        <translation>En&amp;sinar no mapa</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Testing the installation</source>
        <translation>Testando a instalação</translation>
    </message>
    <message>
        <source>That is so already: the outline of target {number} stays.</source>
        <translation>Já é assim: o contorno do alvo {number} permanece.</translation>
    </message>
    <message>
        <source>That takes {time} where 50 Mbit arrive a second.</source>
        <translation>Isso leva {time} onde chegam 50 Mbit por segundo.</translation>
    </message>
    <message>
        <source>That takes {time}, as fast as the last download here.</source>
        <translation>Isso leva {time}, na velocidade do último download aqui.</translation>
    </message>
    <message>
        <source>The &amp;same picture</source>
        <translation>A &amp;mesma imagem</translation>
    </message>
    <message>
        <source>The answer goes into {file}…</source>
        <translation>A resposta vai para {file}…</translation>
    </message>
    <message>
        <source>The answer is kept in {path}.</source>
        <translation>A resposta foi guardada em {path}.</translation>
    </message>
    <message>
        <source>The box is too small, or lies outside of the view: draw it around a target.</source>
        <translation>A caixa é pequena demais ou fica fora da vista: desenhe-a em volta de um alvo.</translation>
    </message>
    <message>
        <source>The bundle has no numpy that fits that of this QGIS, {numpy}.</source>
        <translation>O pacote offline não contém um numpy compatível com o deste QGIS, {numpy}.</translation>
    </message>
    <message>
        <source>The bundle is for {theirs}, and this QGIS is {ours}.</source>
        <translation>O pacote offline é para {theirs}, e este QGIS é {ours}.</translation>
    </message>
    <message>
        <source>The bundle was made by AskMap {version}, and other packages are needed now.</source>
        <translation>O pacote offline foi criado pelo AskMap {version}, e agora são necessários outros pacotes.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted: {reason}.</source>
        <translation>O certificado do servidor não é confiável: {reason}.</translation>
    </message>
    <message>
        <source>The database «{name}» says: {words}</source>
        <translation>O banco de dados “{name}” diz: {words}</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard: paste them into a report of a problem.</source>
        <translation>O diagnóstico está na área de transferência: cole-o no relato de um problema.</translation>
    </message>
    <message>
        <source>The disk became full while the packages were installed.</source>
        <translation>O disco ficou cheio enquanto os pacotes eram instalados.</translation>
    </message>
    <message>
        <source>The drawing of the mask was stopped.</source>
        <translation>O desenho da máscara foi interrompido.</translation>
    </message>
    <message>
        <source>The engine needs Python 3.10 or newer, and this QGIS has an older one: install a newer QGIS.</source>
        <translation>O motor precisa do Python 3.10 ou mais recente, e este QGIS tem um mais antigo: instale um QGIS mais recente.</translation>
    </message>
    <message>
        <source>The engine's packages did not load in time.</source>
        <translation>Os pacotes do motor não foram carregados a tempo.</translation>
    </message>
    <message>
        <source>The engine's packages do not work with this QGIS: {reason}.</source>
        <translation>Os pacotes do motor não funcionam com este QGIS: {reason}.</translation>
    </message>
    <message>
        <source>The file of «{name}» cannot be written; the history holds your decision.</source>
        <translation>Não é possível gravar o arquivo de “{name}”; o histórico guarda a sua decisão.</translation>
    </message>
    <message>
        <source>The files of the answers stay where they are: {fault}.</source>
        <translation>Os arquivos das respostas ficam onde estão: {fault}.</translation>
    </message>
    <message>
        <source>The history is kept in {place} again.</source>
        <translation>O histórico é mantido de novo em {place}.</translation>
    </message>
    <message>
        <source>The history is made smaller…</source>
        <translation>O histórico está sendo reduzido…</translation>
    </message>
    <message>
        <source>The history takes {size}.</source>
        <translation>O histórico ocupa {size}.</translation>
    </message>
    <message>
        <source>The hub that models come from</source>
        <translation>O hub de onde vêm os modelos</translation>
    </message>
    <message>
        <source>The introduction is shown in the dock again.</source>
        <translation>A introdução é mostrada novamente no painel.</translation>
    </message>
    <message>
        <source>The last one, {time}: {question}</source>
        <translation>A última, {time}: {question}</translation>
    </message>
    <message>
        <source>The last sample is out of the data set again.</source>
        <translation>A última amostra saiu de novo do conjunto de dados.</translation>
    </message>
    <message>
        <source>The layer {table} of {file} cannot be read back.</source>
        <translation>Não é possível reler a camada {table} de {file}.</translation>
    </message>
    <message>
        <source>The layer «{name}» could not be changed; the history holds your decision.</source>
        <translation>Não foi possível alterar a camada “{name}”; o histórico guarda a sua decisão.</translation>
    </message>
    <message>
        <source>The layers of «{question}» stay on the map: one of them is being edited.</source>
        <translation>As camadas de “{question}” ficam no mapa: uma delas está sendo editada.</translation>
    </message>
    <message>
        <source>The map as I see it</source>
        <translation>O mapa como eu o vejo</translation>
    </message>
    <message>
        <source>The map shows nothing.</source>
        <translation>O mapa não mostra nada.</translation>
    </message>
    <message>
        <source>The map shows only accepted targets.</source>
        <translation>O mapa mostra só os alvos aceitos.</translation>
    </message>
    <message>
        <source>The model answered without giving its reasoning.</source>
        <translation>O modelo respondeu sem dar seu raciocínio.</translation>
    </message>
    <message>
        <source>The model does not know what that looks like.</source>
        <translation>O modelo não sabe que aspecto isso tem.</translation>
    </message>
    <message>
        <source>The model does not know what that looks like: no polygons, whether it is there or not.</source>
        <translation>O modelo não sabe que aspecto isso tem: nenhum polígono, esteja ou não ali.</translation>
    </message>
    <message>
        <source>The model has not answered yet.</source>
        <translation>O modelo ainda não respondeu.</translation>
    </message>
    <message>
        <source>The model saw {seen} pixels of a view of {view}.</source>
        <translation>O modelo viu {seen} pixels de uma vista de {view}.</translation>
    </message>
    <message numerus="yes">
        <source>The model sees 1 of every %n pixel(s) of this view.</source>
        <translation><numerusform>O modelo vê 1 de cada %n pixel desta vista.</numerusform><numerusform>O modelo vê 1 de cada %n pixels desta vista.</numerusform></translation>
    </message>
    <message>
        <source>The models are being loaded. Enter keeps the sample; its mask follows.</source>
        <translation>Os modelos estão sendo carregados. Enter mantém a amostra; a máscara vem depois.</translation>
    </message>
    <message numerus="yes">
        <source>The models were freed after %n minute(s) without a question; the next one loads them again.</source>
        <translation><numerusform>Os modelos foram liberados após %n minuto sem perguntas; a próxima os carrega de novo.</numerusform><numerusform>Os modelos foram liberados após %n minutos sem perguntas; a próxima os carrega de novo.</numerusform></translation>
    </message>
    <message>
        <source>The models work, but found nothing in the generated landscape. A model for real imagery may well do so: ask it about imagery that it knows.</source>
        <translation>Os modelos funcionam, mas não encontraram nada na paisagem gerada. Isso pode acontecer com um modelo para imagens reais: pergunte-lhe sobre imagens que ele conheça.</translation>
    </message>
    <message>
        <source>The models work, but the reasoner does not know what the self-test asks for. Ask it about things that it knows.</source>
        <translation>Os modelos funcionam, mas o modelo de raciocínio não conhece o que o autoteste pergunta. Pergunte-lhe sobre coisas que ele conhece.</translation>
    </message>
    <message>
        <source>The packages are installed, but do not load: {reason}.</source>
        <translation>Os pacotes estão instalados, mas não carregam: {reason}.</translation>
    </message>
    <message>
        <source>The packages are installed.</source>
        <translation>Os pacotes estão instalados.</translation>
    </message>
    <message>
        <source>The packages are installed; QGIS uses them when it starts again.</source>
        <translation>Os pacotes estão instalados; o QGIS os usará quando for reiniciado.</translation>
    </message>
    <message>
        <source>The packages are removed.</source>
        <translation>Os pacotes foram removidos.</translation>
    </message>
    <message>
        <source>The packages cannot be had for this QGIS: {reason}.</source>
        <translation>Não há pacotes para este QGIS: {reason}.</translation>
    </message>
    <message>
        <source>The packages could not be fetched: {reason}.</source>
        <translation>Não foi possível baixar os pacotes: {reason}.</translation>
    </message>
    <message>
        <source>The packages could not be installed: {reason}.</source>
        <translation>Não foi possível instalar os pacotes: {reason}.</translation>
    </message>
    <message>
        <source>The packages in {place} are in use by {programs}.</source>
        <translation>Os pacotes em {place} estão em uso por {programs}.</translation>
    </message>
    <message>
        <source>The packages need {needed} MB of disk, and {free} MB are free.</source>
        <translation>Os pacotes precisam de {needed} MB de disco, e {free} MB estão livres.</translation>
    </message>
    <message>
        <source>The packages that QGIS has are in use. AskMap can install its own into QGIS's profile:</source>
        <translation>Os pacotes que o QGIS já tem estão em uso. O AskMap pode instalar os seus no perfil do QGIS:</translation>
    </message>
    <message>
        <source>The picture cannot be written to {path}.</source>
        <translation>Não é possível gravar a imagem em {path}.</translation>
    </message>
    <message>
        <source>The picture of this answer is not in the history.</source>
        <translation>A imagem desta resposta não está no histórico.</translation>
    </message>
    <message>
        <source>The picture was not kept with this answer.</source>
        <translation>A imagem não foi guardada com esta resposta.</translation>
    </message>
    <message>
        <source>The pictures lie beside it: {names}.</source>
        <translation>As imagens ficam ao lado: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>The pictures of %n answer(s) are taken out: {size}.</source>
        <translation><numerusform>A imagem de %n resposta é retirada: {size}.</numerusform><numerusform>As imagens de %n respostas são retiradas: {size}.</numerusform></translation>
    </message>
    <message>
        <source>The pixels of «{question}» were not kept, so there is no picture to write.</source>
        <translation>Os pixels de “{question}” não foram guardados, por isso não há imagem para gravar.</translation>
    </message>
    <message>
        <source>The point lies outside of its box: put both points on the target.</source>
        <translation>O ponto fica fora de sua caixa: coloque os dois pontos no alvo.</translation>
    </message>
    <message>
        <source>The preset asks with settings that this QGIS does not have.</source>
        <translation>A predefinição pergunta com configurações que este QGIS não tem.</translation>
    </message>
    <message>
        <source>The preset was asked with other settings: {settings}.</source>
        <translation>A predefinição foi perguntada com outras configurações: {settings}.</translation>
    </message>
    <message>
        <source>The proxy wants another name or password.</source>
        <translation>O proxy pede outro nome ou outra senha.</translation>
    </message>
    <message>
        <source>The question is about the answer below: «only the ones near the river»</source>
        <translation>A pergunta é sobre a resposta abaixo: “somente os que ficam perto do rio”</translation>
    </message>
    <message>
        <source>The question with its settings, as a text to share</source>
        <translation>A pergunta com as suas configurações, como texto para compartilhar</translation>
    </message>
    <message>
        <source>The reasoner is the one that you chose: {name}. What it knows, its makers say.</source>
        <translation>O modelo de raciocínio é o que você escolheu: {name}. O que ele sabe, dizem seus autores.</translation>
    </message>
    <message>
        <source>The reasoner, such as a Qwen3-VL, reads the question, reasons and points; the segmenter, such as a SAM2, draws the mask of what it points at.</source>
        <translation>O modelo de raciocínio, por exemplo um Qwen3-VL, lê a pergunta, raciocina e aponta; o modelo de segmentação, por exemplo um SAM2, desenha a máscara do que é apontado.</translation>
    </message>
    <message>
        <source>The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on a device that is chosen automatically: its graphics card if it has one that serves, else its processor.</source>
        <translation>O modelo de raciocínio, que aponta, e o modelo de segmentação, que desenha as máscaras, são executados neste computador, em um dispositivo escolhido automaticamente: a placa gráfica, se houver uma que sirva; senão, o processador.</translation>
    </message>
    <message>
        <source>The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on the device «{device}».</source>
        <translation>O modelo de raciocínio, que aponta, e o modelo de segmentação, que desenha as máscaras, são executados neste computador, no dispositivo “{device}”.</translation>
    </message>
    <message>
        <source>The reasoning appears here.</source>
        <translation>O raciocínio aparece aqui.</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>O relatório está em {path}.</translation>
    </message>
    <message>
        <source>The reviewer's note</source>
        <translation>A nota de quem revisa</translation>
    </message>
    <message>
        <source>The reviewer's verdict: open, accepted or rejected</source>
        <translation>O veredito de quem revisa: open (pendente), accepted (aceito) ou rejected (rejeitado)</translation>
    </message>
    <message>
        <source>The same question with another model, wording, seed or view</source>
        <translation>A mesma pergunta com outro modelo, redação, semente ou vista</translation>
    </message>
    <message>
        <source>The sample is in the data set again.</source>
        <translation>A amostra está de novo no conjunto de dados.</translation>
    </message>
    <message>
        <source>The sample is out of the data set; «Undo» brings it back.</source>
        <translation>A amostra saiu do conjunto de dados; «Desfazer» a traz de volta.</translation>
    </message>
    <message>
        <source>The second point needs a place of its own on the target.</source>
        <translation>O segundo ponto precisa de um lugar próprio no alvo.</translation>
    </message>
    <message>
        <source>The segmenter draws the mask. Enter keeps the sample with it.</source>
        <translation>O modelo de segmentação desenha a máscara. Enter mantém a amostra com ela.</translation>
    </message>
    <message>
        <source>The segmenter drew no mask.</source>
        <translation>O modelo de segmentação não desenhou nenhuma máscara.</translation>
    </message>
    <message>
        <source>The segmenter is drawing the outline…</source>
        <translation>O modelo de segmentação está desenhando o contorno…</translation>
    </message>
    <message>
        <source>The segmenter would not take that place into target {number}.</source>
        <translation>O modelo de segmentação não quis incluir esse lugar no alvo {number}.</translation>
    </message>
    <message>
        <source>The segmenter would not take that place out of target {number}.</source>
        <translation>O modelo de segmentação não quis tirar esse lugar do alvo {number}.</translation>
    </message>
    <message>
        <source>The segmenter's mask and the box differ (IoU {iou}). Backspace goes back, Enter keeps it still.</source>
        <translation>A máscara do modelo de segmentação e a caixa diferem (IoU {iou}). Backspace volta atrás, Enter mantém mesmo assim.</translation>
    </message>
    <message>
        <source>The self-test asks a bundled question…</source>
        <translation>O autoteste faz uma pergunta incluída…</translation>
    </message>
    <message>
        <source>The self-test failed.</source>
        <translation>O autoteste falhou.</translation>
    </message>
    <message>
        <source>The self-test met a bug in AskMap ({name}): please report it with the copied diagnostics.</source>
        <translation>O autoteste encontrou um erro do AskMap ({name}): relate-o com o diagnóstico copiado.</translation>
    </message>
    <message>
        <source>The self-test was stopped.</source>
        <translation>O autoteste foi interrompido.</translation>
    </message>
    <message>
        <source>The server's key cannot be read from QGIS's authentication store.</source>
        <translation>Não é possível ler a chave do servidor no armazenamento de autenticação do QGIS.</translation>
    </message>
    <message>
        <source>The small models that come with AskMap know some forty kinds of things in aerial imagery, and say so when they do not know what you ask for. For other things and other imagery, choose models of your own.</source>
        <translation>Os pequenos modelos que acompanham o AskMap conhecem cerca de quarenta tipos de coisas em imagens aéreas, e dizem quando não conhecem o que você pergunta. Para outras coisas e outras imagens, escolha seus próprios modelos.</translation>
    </message>
    <message>
        <source>The stretch is for a file's own pixels of more than 8 bits.</source>
        <translation>O esticamento vale para os pixels originais de um arquivo com mais de 8 bits.</translation>
    </message>
    <message>
        <source>The style could not be kept in the database.</source>
        <translation>Não foi possível guardar o estilo no banco de dados.</translation>
    </message>
    <message>
        <source>The style of the layer draws by it.</source>
        <translation>O estilo da camada a usa para desenhar.</translation>
    </message>
    <message>
        <source>The table {table} cannot be written. {details}</source>
        <translation>Não é possível gravar a tabela {table}. {details}</translation>
    </message>
    <message>
        <source>The table {table} lacks the columns {names}.</source>
        <translation>Faltam na tabela {table} as colunas {names}.</translation>
    </message>
    <message>
        <source>The targets below answer «{question}».</source>
        <translation>Os alvos abaixo respondem a “{question}”.</translation>
    </message>
    <message>
        <source>The targets of an answer appear here.</source>
        <translation>Os alvos de uma resposta aparecem aqui.</translation>
    </message>
    <message>
        <source>The view has no coordinate system, so its units count as metres.</source>
        <translation>A vista não tem sistema de coordenadas, por isso suas unidades contam como metros.</translation>
    </message>
    <message>
        <source>The whole picture (0)</source>
        <translation>A imagem inteira (0)</translation>
    </message>
    <message>
        <source>Their memory is given back; the next question loads them again.</source>
        <translation>A memória deles é devolvida; a próxima pergunta os carrega de novo.</translation>
    </message>
    <message>
        <source>There are no targets.</source>
        <translation>Não há alvos.</translation>
    </message>
    <message>
        <source>There is no reasoning: the question was not answered.</source>
        <translation>Não há raciocínio: a pergunta não foi respondida.</translation>
    </message>
    <message>
        <source>There is no such file: choose another one.</source>
        <translation>Esse arquivo não existe: escolha outro.</translation>
    </message>
    <message>
        <source>There is no such folder: choose one that holds config.json and *.safetensors.</source>
        <translation>Essa pasta não existe: escolha uma que contenha config.json e *.safetensors.</translation>
    </message>
    <message>
        <source>There is no such folder: choose one that is there.</source>
        <translation>Essa pasta não existe: escolha uma que exista.</translation>
    </message>
    <message>
        <source>There is no transformation between the coordinate systems of the two.</source>
        <translation>Não há transformação do sistema de coordenadas de uma para o da outra.</translation>
    </message>
    <message>
        <source>There is no transformation from {here} to {crs}.</source>
        <translation>Não há transformação de {here} para {crs}.</translation>
    </message>
    <message>
        <source>There is nothing to see in «{source}» here.</source>
        <translation>Não há nada para ver aqui em “{source}”.</translation>
    </message>
    <message>
        <source>These are the first {shown} of {all} characters; a copy has them all.</source>
        <translation>Estes são os primeiros {shown} de {all} caracteres; uma cópia contém todos.</translation>
    </message>
    <message>
        <source>They run on the processor.</source>
        <translation>Eles são executados no processador.</translation>
    </message>
    <message>
        <source>Thin out pictures…</source>
        <translation>Reduzir imagens…</translation>
    </message>
    <message>
        <source>This answer is in the data set already.</source>
        <translation>Esta resposta já está no conjunto de dados.</translation>
    </message>
    <message>
        <source>This computer has {whole} GB of main memory; {free} GB are free.</source>
        <translation>Este computador tem {whole} GB de memória principal; {free} GB estão livres.</translation>
    </message>
    <message>
        <source>This folder holds no model, config.json is missing: choose the one that holds it.</source>
        <translation>Esta pasta não contém um modelo, falta config.json: escolha a que o contém.</translation>
    </message>
    <message>
        <source>This folder holds no torch: choose the one that the packages were installed into.</source>
        <translation>Esta pasta não contém o torch: escolha aquela em que os pacotes foram instalados.</translation>
    </message>
    <message>
        <source>This folder holds no weights: choose one with *.safetensors.</source>
        <translation>Esta pasta não contém pesos: escolha uma com *.safetensors.</translation>
    </message>
    <message>
        <source>This is a bug in AskMap ({name}). Please report it with the text in the Log Messages panel, tab AskMap.</source>
        <translation>Este é um erro do AskMap ({name}). Relate-o com o texto do painel de mensagens de log, aba AskMap.</translation>
    </message>
    <message>
        <source>This layer has no pixels of its own that could be read.</source>
        <translation>Esta camada não tem pixels próprios que possam ser lidos.</translation>
    </message>
    <message>
        <source>This place of the map has no place in the view.</source>
        <translation>Este lugar do mapa não tem lugar na vista.</translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things.</source>
        <translation><numerusform>Este modelo pequeno conhece %n tipo de coisas.</numerusform><numerusform>Este modelo pequeno conhece %n tipos de coisas.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things: {kinds}.</source>
        <translation><numerusform>Este modelo pequeno conhece %n tipo de coisas: {kinds}.</numerusform><numerusform>Este modelo pequeno conhece %n tipos de coisas: {kinds}.</numerusform></translation>
    </message>
    <message>
        <source>Those for the graphics card can be installed in their place:</source>
        <translation>No lugar deles podem ser instalados os da placa gráfica:</translation>
    </message>
    <message>
        <source>Trained on pixels of {finest} to {coarsest} on the ground.</source>
        <translation>Treinado com pixels de {finest} a {coarsest} no terreno.</translation>
    </message>
    <message>
        <source>Tried here with {other}:</source>
        <translation>Experimentado aqui com {other}:</translation>
    </message>
    <message>
        <source>Try again, or reinstall the packages.</source>
        <translation>Tente novamente ou reinstale os pacotes.</translation>
    </message>
    <message>
        <source>Try again; everything is installed anew.</source>
        <translation>Tente de novo; tudo é instalado novamente.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, ask who runs your network.</source>
        <translation>Tente de novo; se acontecer outra vez, pergunte a quem cuida da sua rede.</translation>
    </message>
    <message>
        <source>Try again; the file install.log in AskMap's folder of the profile says more.</source>
        <translation>Tente de novo; o arquivo install.log na pasta do AskMap no perfil diz mais.</translation>
    </message>
    <message>
        <source>Trying out the engine's packages</source>
        <translation>Testando os pacotes do motor</translation>
    </message>
    <message>
        <source>Trying out the packages</source>
        <translation>Testando os pacotes</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Update AskMap, or make a bundle with the AskMap that is installed here.</source>
        <translation>Atualize o AskMap ou crie um pacote offline com a versão do AskMap instalada aqui.</translation>
    </message>
    <message>
        <source>Update the packages</source>
        <translation>Atualizar os pacotes</translation>
    </message>
    <message>
        <source>Use for trai&amp;ning</source>
        <translation>Para o tre&amp;ino</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredito</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>W&amp;here the engine runs</source>
        <translation>O&amp;nde o motor funciona</translation>
    </message>
    <message>
        <source>Wait for its answer, or stop it.</source>
        <translation>Espere a resposta ou pare-a.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then look again.</source>
        <translation>Espere até que termine e veja de novo.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then look again; if none works there any more, remove {file}.</source>
        <translation>Espere até que termine e verifique de novo; se nenhum trabalha mais lá, remova {file}.</translation>
    </message>
    <message>
        <source>Wait until the map is drawn, or zoom to where the layer has imagery.</source>
        <translation>Espere até o mapa ser desenhado ou aproxime a vista até onde a camada tem imagens.</translation>
    </message>
    <message>
        <source>Waiting for the models</source>
        <translation>Aguardando os modelos</translation>
    </message>
    <message>
        <source>Waiting to begin</source>
        <translation>À espera de começar</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página da web (*.html)</translation>
    </message>
    <message>
        <source>Wh&amp;at the model saw…</source>
        <translation>O que o modelo &amp;viu…</translation>
    </message>
    <message>
        <source>What AskMap warned of</source>
        <translation>Sobre o que o AskMap avisou</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para quê</translation>
    </message>
    <message>
        <source>What is drawn waits: «Teach on the map» goes on with it.</source>
        <translation>O que foi desenhado espera: «Ensinar no mapa» continua com ele.</translation>
    </message>
    <message>
        <source>What the &amp;map shows now</source>
        <translation>O que o ma&amp;pa mostra agora</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>O que o modelo viu</translation>
    </message>
    <message>
        <source>What the model wrote, word for word</source>
        <translation>O que o modelo escreveu, palavra por palavra</translation>
    </message>
    <message>
        <source>What the picture is of is chosen on the page «Ask».</source>
        <translation>Do que é a imagem se escolhe na página “Perguntar”.</translation>
    </message>
    <message>
        <source>What the reasoner calls the target</source>
        <translation>Como o modelo de raciocínio chama o alvo</translation>
    </message>
    <message>
        <source>What the reasoner thought</source>
        <translation>O que o modelo de raciocínio pensou</translation>
    </message>
    <message>
        <source>What the two were asked about lies too far apart.</source>
        <translation>As vistas das duas perguntas ficam longe demais uma da outra.</translation>
    </message>
    <message>
        <source>What was &amp;found</source>
        <translation>O que foi &amp;encontrado</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>O que foi perguntado</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>O que foi encontrado</translation>
    </message>
    <message>
        <source>When the answer was made, in UTC</source>
        <translation>Quando a resposta foi feita, em UTC</translation>
    </message>
    <message>
        <source>When you ask, AskMap reads the pixels that the map shows: those of the layer you choose, or of the map as you see it.</source>
        <translation>Quando você pergunta, o AskMap lê os pixels que o mapa mostra: os da camada escolhida ou os do mapa como você o vê.</translation>
    </message>
    <message>
        <source>Where could a helicopter land?</source>
        <translation>Onde um helicóptero poderia pousar?</translation>
    </message>
    <message>
        <source>Whether a question can be asked, and if not, what is missing and what to do: packages, models, device and memory. No model is loaded and no server asked, so it takes a moment.</source>
        <translation>Se uma pergunta pode ser feita e, se não, o que falta e o que fazer: pacotes, modelos, dispositivo e memória. Nenhum modelo é carregado e nenhum servidor é consultado, por isso leva só um momento.</translation>
    </message>
    <message>
        <source>Which pixels</source>
        <translation>Quais pixels</translation>
    </message>
    <message>
        <source>Which targets are shown</source>
        <translation>Quais alvos são mostrados</translation>
    </message>
    <message>
        <source>While the cards of an answer have the focus:</source>
        <translation>Enquanto os cartões de uma resposta têm o foco:</translation>
    </message>
    <message>
        <source>Who made the outline: model, refined, drawn or edited</source>
        <translation>Quem fez o contorno: model (modelo), refined (refinado), drawn (desenhado) ou edited (editado)</translation>
    </message>
    <message>
        <source>With a temperature above 0, another seed gives another answer.</source>
        <translation>Com temperatura acima de 0, outra semente dá outra resposta.</translation>
    </message>
    <message>
        <source>Words of a question, a thought, a label or a note</source>
        <translation>Palavras de uma pergunta, um raciocínio, um rótulo ou uma nota</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Trabalhando…</translation>
    </message>
    <message>
        <source>Write a note on it</source>
        <translation>Escrever uma nota sobre ele</translation>
    </message>
    <message>
        <source>Write it like https://hub.example, or leave the field empty.</source>
        <translation>Escreva-o como https://hub.example, ou deixe o campo vazio.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Gravando</translation>
    </message>
    <message>
        <source>Writing the layers</source>
        <translation>Gravando as camadas</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Gravando…</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Aproximar (+)</translation>
    </message>
    <message>
        <source>Zoom in to ask about a part.</source>
        <translation>Aproxime a vista para perguntar sobre uma parte.</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Afastar (-)</translation>
    </message>
    <message>
        <source>Zoom there</source>
        <translation>Ir para lá</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>Aproximar a vista</translation>
    </message>
    <message>
        <source>Zoom to the layer first.</source>
        <translation>Aproxime primeiro a vista até a camada.</translation>
    </message>
    <message>
        <source>Zoom to where the view lies.</source>
        <translation>Aproxime o mapa até onde fica a vista.</translation>
    </message>
    <message>
        <source>Zoom to «{layer}»</source>
        <translation>Aproximar de “{layer}”</translation>
    </message>
    <message>
        <source>a corner, then the other one, then two points</source>
        <translation>um canto, depois o outro, depois dois pontos</translation>
    </message>
    <message>
        <source>a file's own pixels</source>
        <translation>os pixels originais de um arquivo</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation><numerusform>cerca de %n minuto</numerusform><numerusform>cerca de %n minutos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation><numerusform>cerca de %n segundo</numerusform><numerusform>cerca de %n segundos</numerusform></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceito</translation>
    </message>
    <message>
        <source>an amount of memory that is not known</source>
        <translation>uma quantidade desconhecida</translation>
    </message>
    <message>
        <source>another QGIS, or AskMap's service</source>
        <translation>outro QGIS, ou o serviço do AskMap</translation>
    </message>
    <message>
        <source>another target in the same sample</source>
        <translation>outro alvo na mesma amostra</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondida</translation>
    </message>
    <message>
        <source>append to it</source>
        <translation>acrescentar</translation>
    </message>
    <message>
        <source>as QGIS</source>
        <translation>como o QGIS</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>como for perguntado</translation>
    </message>
    <message>
        <source>as the model's folder says</source>
        <translation>conforme a pasta do modelo</translation>
    </message>
    <message>
        <source>as the question</source>
        <translation>como a pergunta</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>sendo verificado</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>sendo excluído</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>sendo obtido</translation>
    </message>
    <message>
        <source>being tried</source>
        <translation>em experimentação</translation>
    </message>
    <message>
        <source>beside the project</source>
        <translation>ao lado do projeto</translation>
    </message>
    <message>
        <source>both</source>
        <translation>ambas</translation>
    </message>
    <message>
        <source>box, in the colour of its target</source>
        <translation>caixa, na cor do seu alvo</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>incluído</translation>
    </message>
    <message>
        <source>bundled, for aerial imagery</source>
        <translation>incluído, para imagens aéreas</translation>
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
        <translation>por pontuação</translation>
    </message>
    <message>
        <source>by target</source>
        <translation>por alvo</translation>
    </message>
    <message>
        <source>by verdict</source>
        <translation>por veredito</translation>
    </message>
    <message>
        <source>changed since it was checked</source>
        <translation>mudou desde a verificação</translation>
    </message>
    <message>
        <source>comes with AskMap</source>
        <translation>vem com o AskMap</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>não cabe</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>duvidoso</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>desenhado à mão</translation>
    </message>
    <message>
        <source>drop what is drawn</source>
        <translation>descartar o que foi desenhado</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>editado à mão</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>cabe</translation>
    </message>
    <message>
        <source>for a server only</source>
        <translation>só para um servidor</translation>
    </message>
    <message>
        <source>from 2 % to 98 % of the values</source>
        <translation>de 2 % a 98 % dos valores</translation>
    </message>
    <message>
        <source>from the lowest to the highest value</source>
        <translation>do menor ao maior valor</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aqui</translation>
    </message>
    <message>
        <source>here, a folder of yours</source>
        <translation>aqui, uma pasta sua</translation>
    </message>
    <message>
        <source>here, in LM Studio's folder</source>
        <translation>aqui, na pasta do LM Studio</translation>
    </message>
    <message>
        <source>here, in the hub's cache</source>
        <translation>aqui, no cache do hub</translation>
    </message>
    <message>
        <source>holes below {size} m² filled</source>
        <translation>buracos abaixo de {size} m² preenchidos</translation>
    </message>
    <message>
        <source>in QGIS</source>
        <translation>no QGIS</translation>
    </message>
    <message>
        <source>in QGIS, or in a process of its own where that fails</source>
        <translation>no QGIS, ou em um processo próprio onde isso falhar</translation>
    </message>
    <message>
        <source>in a process of its own</source>
        <translation>em um processo próprio</translation>
    </message>
    <message>
        <source>in the profile</source>
        <translation>no perfil</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>em uso</translation>
    </message>
    <message>
        <source>it crashed ({signal})</source>
        <translation>falhou de repente ({signal})</translation>
    </message>
    <message>
        <source>it crashed ({signal}) in {place}</source>
        <translation>falhou de repente ({signal}) em {place}</translation>
    </message>
    <message>
        <source>it crashed without a word</source>
        <translation>parou sem dizer nada</translation>
    </message>
    <message>
        <source>it draws the mask of what is pointed at.</source>
        <translation>desenha a máscara do que é apontado.</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>terminou sem dizer nada</translation>
    </message>
    <message>
        <source>it has Python {version}</source>
        <translation>ele tem o Python {version}</translation>
    </message>
    <message>
        <source>it reads the question, reasons and points.</source>
        <translation>lê a pergunta, raciocina e aponta.</translation>
    </message>
    <message>
        <source>keep the sample</source>
        <translation>manter a amostra</translation>
    </message>
    <message>
        <source>left only</source>
        <translation>só esquerda</translation>
    </message>
    <message>
        <source>mean ± 2 standard deviations</source>
        <translation>média ± 2 desvios padrão</translation>
    </message>
    <message>
        <source>move the cross, in leaps</source>
        <translation>mover a cruz, aos saltos</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>sem permissão</translation>
    </message>
    <message>
        <source>not added to the map</source>
        <translation>sem adicionar ao mapa</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>não terminada</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>não está aqui</translation>
    </message>
    <message>
        <source>not in the other view</source>
        <translation>não está na outra vista</translation>
    </message>
    <message>
        <source>not known to the model</source>
        <translation>desconhecido para o modelo</translation>
    </message>
    <message>
        <source>not known whether it fits</source>
        <translation>não se sabe se cabe</translation>
    </message>
    <message>
        <source>not the target</source>
        <translation>não é o alvo</translation>
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
        <translation>nada aqui responde à pergunta</translation>
    </message>
    <message>
        <source>on the target</source>
        <translation>no alvo</translation>
    </message>
    <message>
        <source>one of the last questions</source>
        <translation>uma das últimas perguntas</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>um passo atrás</translation>
    </message>
    <message>
        <source>open</source>
        <translation>pendente</translation>
    </message>
    <message>
        <source>open and rejected targets too</source>
        <translation>também os alvos abertos e rejeitados</translation>
    </message>
    <message>
        <source>open targets too</source>
        <translation>também os alvos abertos</translation>
    </message>
    <message>
        <source>part of it is here</source>
        <translation>uma parte está aqui</translation>
    </message>
    <message>
        <source>parts below {size} m² left out</source>
        <translation>partes abaixo de {size} m² omitidas</translation>
    </message>
    <message>
        <source>processor (cpu)</source>
        <translation>processador (cpu)</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeitado</translation>
    </message>
    <message>
        <source>replace it</source>
        <translation>substituir</translation>
    </message>
    <message>
        <source>right angles</source>
        <translation>ângulos retos</translation>
    </message>
    <message>
        <source>right only</source>
        <translation>só direita</translation>
    </message>
    <message>
        <source>served</source>
        <translation>servido</translation>
    </message>
    <message>
        <source>simplified by up to {size} m</source>
        <translation>simplificado em até {size} m</translation>
    </message>
    <message>
        <source>smooth corners</source>
        <translation>cantos suaves</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>target with its number (colours repeat)</source>
        <translation>alvo com o seu número (as cores se repetem)</translation>
    </message>
    <message>
        <source>the layer as it is drawn</source>
        <translation>a camada como é desenhada</translation>
    </message>
    <message>
        <source>the models</source>
        <translation>os modelos</translation>
    </message>
    <message>
        <source>the models, corrected</source>
        <translation>os modelos, corrigido</translation>
    </message>
    <message>
        <source>this QGIS</source>
        <translation>este QGIS</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>apertado</translation>
    </message>
    <message>
        <source>type the question; Enter goes back to the map</source>
        <translation>digitar a pergunta; Enter volta ao mapa</translation>
    </message>
    <message>
        <source>undo the last sample</source>
        <translation>desfazer a última amostra</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>espera a sua vez</translation>
    </message>
    <message>
        <source>what serves best</source>
        <translation>o mais adequado</translation>
    </message>
    <message>
        <source>what suits the model and the device</source>
        <translation>o que convém ao modelo e ao dispositivo</translation>
    </message>
    <message>
        <source>what-the-model-saw.png</source>
        <translation>o-que-o-modelo-viu.png</translation>
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
        <translation>{count} de {all} alvos; aceitos: {accepted}</translation>
    </message>
    <message>
        <source>{download} MB to fetch, {room} MB on the disk, where {free} MB are free.</source>
        <translation>{download} MB a baixar, {room} MB no disco, onde {free} MB estão livres.</translation>
    </message>
    <message>
        <source>{fault} Enter keeps the sample without a mask.</source>
        <translation>{fault} Enter mantém a amostra sem máscara.</translation>
    </message>
    <message>
        <source>{fault} The history is kept in {place} until it can be written there again.</source>
        <translation>{fault} O histórico é mantido em {place} até que seja possível gravar lá de novo.</translation>
    </message>
    <message>
        <source>{file} cannot be read back.</source>
        <translation>Não é possível reler {file}.</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>Não é possível gravar {file}.</translation>
    </message>
    <message>
        <source>{file} exists and will be replaced.</source>
        <translation>{file} já existe e será substituído.</translation>
    </message>
    <message>
        <source>{file} is a layer of the map that is being edited, or that AskMap did not export.</source>
        <translation>{file} é uma camada do mapa que está sendo editada ou que o AskMap não exportou.</translation>
    </message>
    <message>
        <source>{file} is not opened again: it can refer to other files or to the network. {hint}</source>
        <translation>{file} não é aberto de novo: pode remeter a outros arquivos ou à rede. {hint}</translation>
    </message>
    <message>
        <source>{file} was there already and belongs to something else, so it stays as it is.</source>
        <translation>{file} já existia e pertence a outra coisa, por isso fica como está.</translation>
    </message>
    <message>
        <source>{folder} holds a model that AskMap does not load.</source>
        <translation>{folder} contém um modelo que o AskMap não carrega.</translation>
    </message>
    <message>
        <source>{folder} is in use now.</source>
        <translation>{folder} está agora em uso.</translation>
    </message>
    <message>
        <source>{format} is always in WGS 84.</source>
        <translation>{format} está sempre em WGS 84.</translation>
    </message>
    <message>
        <source>{gigabytes} GB</source>
        <translation>{gigabytes} GB</translation>
    </message>
    <message>
        <source>{here} of it have come: when you get it, that goes on from there.</source>
        <translation>Chegaram {here}: ao obtê-lo, continua daí.</translation>
    </message>
    <message>
        <source>{key} would mean «{one}» and «{other}»: choose another key, or the old ones stay.</source>
        <translation>{key} significaria “{one}” e “{other}”: escolha outra tecla ou as antigas permanecem.</translation>
    </message>
    <message>
        <source>{layer} (not in this project)</source>
        <translation>{layer} (não está neste projeto)</translation>
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
        <translation>{name} está sendo obtido.</translation>
    </message>
    <message>
        <source>{name} is damaged: {files}. Delete it and get it again.</source>
        <translation>{name} está danificado: {files}. Exclua-o e obtenha-o de novo.</translation>
    </message>
    <message>
        <source>{name} is damaged: {member} in it is not what it should be.</source>
        <translation>{name} está danificado: {member} dentro dele não é o que deveria ser.</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name} foi excluído.</translation>
    </message>
    <message>
        <source>{name} is deleted; {files} were put there by others, and stay.</source>
        <translation>{name} foi excluído; {files} foi posto lá por outros e fica.</translation>
    </message>
    <message>
        <source>{name} is here. Press «Use» to work with it.</source>
        <translation>{name} está aqui. Pressione «Usar» para trabalhar com ele.</translation>
    </message>
    <message>
        <source>{name} is no bundle of AskMap's packages.</source>
        <translation>{name} não é um pacote offline do AskMap.</translation>
    </message>
    <message>
        <source>{name} is not what was expected: it was damaged or changed on its way.</source>
        <translation>{name} não é o esperado: foi danificado ou alterado no caminho.</translation>
    </message>
    <message>
        <source>{name} was made by a later AskMap than this one.</source>
        <translation>{name} foi criado por uma versão do AskMap posterior a esta.</translation>
    </message>
    <message>
        <source>{name}: all files are as the hub says.</source>
        <translation>{name}: todos os arquivos são como diz o hub.</translation>
    </message>
    <message>
        <source>{name}: nobody has said what its files should be.</source>
        <translation>{name}: ninguém disse o que os arquivos deveriam ser.</translation>
    </message>
    <message>
        <source>{name}: question {number} of {total}</source>
        <translation>{name}: pergunta {number} de {total}</translation>
    </message>
    <message>
        <source>{name}: stopped.</source>
        <translation>{name}: parado.</translation>
    </message>
    <message>
        <source>{name}: stopped. What has come is kept, and goes on from there.</source>
        <translation>{name}: parado. O que chegou fica guardado, e continua daí.</translation>
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
        <translation>Não é possível ler {place}: {reason}.</translation>
    </message>
    <message>
        <source>{place} cannot be written: {reason}.</source>
        <translation>Não é possível gravar em {place}: {reason}.</translation>
    </message>
    <message>
        <source>{program} (process {number})</source>
        <translation>{program} (processo {number})</translation>
    </message>
    <message>
        <source>{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, loaded in {load} s, on {device}.</source>
        <translation>{right} de {asked} perguntas certas, {seconds} s por resposta, {pieces} pedaços de texto por segundo, carregado em {load} s, em {device}.</translation>
    </message>
    <message>
        <source>{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, {memory} of memory at most, loaded in {load} s, on {device}.</source>
        <translation>{right} de {asked} perguntas certas, {seconds} s por resposta, {pieces} pedaços de texto por segundo, {memory} de memória no máximo, carregado em {load} s, em {device}.</translation>
    </message>
    <message>
        <source>{right} of {asked} real questions right.</source>
        <translation>{right} de {asked} perguntas reais respondidas corretamente.</translation>
    </message>
    <message>
        <source>{right} of {asked} real questions right. {left} more were not asked: they take too long here.</source>
        <translation>{right} de {asked} perguntas reais respondidas corretamente. Outras {left} não foram feitas: demoram demais aqui.</translation>
    </message>
    <message>
        <source>{step}, {time} left</source>
        <translation>{step}, faltam {time}</translation>
    </message>
    <message>
        <source>{targets}: {accepted} accepted, {rejected} rejected, {open} open</source>
        <translation>{targets}: aceitos: {accepted}, rejeitados: {rejected}, pendentes: {open}</translation>
    </message>
    <message>
        <source>{whole}, {free} of them free</source>
        <translation>{whole}, dos quais {free} livres</translation>
    </message>
    <message>
        <source>«Undo» brings them back, until QGIS is closed or something else is deleted.</source>
        <translation>«Desfazer» as traz de volta até que o QGIS seja fechado ou algo mais seja excluído.</translation>
    </message>
    <message>
        <source>«{address}» is no address of a hub.</source>
        <translation>«{address}» não é o endereço de um hub.</translation>
    </message>
    <message numerus="yes">
        <source>«{word}»: about %n pixel(s) across in what the model sees. Zoom in to ask about it.</source>
        <translation><numerusform>“{word}”: cerca de %n pixel de largura no que o modelo vê. Aproxime a vista para perguntar sobre isso.</numerusform><numerusform>“{word}”: cerca de %n pixels de largura no que o modelo vê. Aproxime a vista para perguntar sobre isso.</numerusform></translation>
    </message>
    <message>
        <source>«{word}»: smaller than a pixel in what the model sees. Zoom in to ask about it.</source>
        <translation>“{word}”: menor que um pixel no que o modelo vê. Aproxime a vista para perguntar sobre isso.</translation>
    </message>
</context>
<context>
    <name>askmap-backend</name>
    <message>
        <source>A .pt file needs Meta's package sam2, and {name} is not installed.</source>
        <translation>Um arquivo .pt precisa do pacote sam2 da Meta, e {name} não está instalado.</translation>
    </message>
    <message>
        <source>A model of at most {billions:.1f} billion parameters would fit.</source>
        <translation>Caberia um modelo de no máximo {billions:.1f} bilhões de parâmetros.</translation>
    </message>
    <message>
        <source>A picture cannot be kept as PNG.</source>
        <translation>Não é possível guardar uma imagem como PNG.</translation>
    </message>
    <message>
        <source>A picture that was kept as PNG is damaged.</source>
        <translation>Uma imagem guardada como PNG está danificada.</translation>
    </message>
    <message>
        <source>A raster cannot be read from the standard input.</source>
        <translation>Não é possível ler um raster da entrada padrão.</translation>
    </message>
    <message>
        <source>Accept or reject all targets first.</source>
        <translation>Aceite ou rejeite primeiro todos os alvos.</translation>
    </message>
    <message>
        <source>Agree to its terms at {page} with an account, then give a key of it.</source>
        <translation>Aceite as condições em {page} com uma conta e indique depois uma chave dessa conta.</translation>
    </message>
    <message>
        <source>Another QGIS has changed target {number} of this answer.</source>
        <translation>Outro QGIS alterou o alvo {number} desta resposta.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondido</translation>
    </message>
    <message>
        <source>Ask about a smaller part of it, or build overviews: in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo.</source>
        <translation>Pergunte sobre uma parte menor ou crie pirâmides: no QGIS nas propriedades da camada, «Pirâmides», num terminal com gdaladdo.</translation>
    </message>
    <message>
        <source>Ask about its two sides one after the other.</source>
        <translation>Pergunte primeiro sobre um lado e depois sobre o outro.</translation>
    </message>
    <message>
        <source>Ask about one of them, such as {name}</source>
        <translation>Pergunte sobre um deles, por exemplo {name}</translation>
    </message>
    <message>
        <source>Ask again in other words, or choose the answer format that the model was trained for.</source>
        <translation>Pergunte de novo com outras palavras ou escolha o formato de resposta para o qual o modelo foi treinado.</translation>
    </message>
    <message>
        <source>Ask again when that has ended.</source>
        <translation>Pergunte de novo quando isso terminar.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Pergunte de novo.</translation>
    </message>
    <message>
        <source>Ask again. If it happens again, install the packages of the engine again.</source>
        <translation>Pergunte de novo. Se acontecer outra vez, instale novamente os pacotes do motor.</translation>
    </message>
    <message>
        <source>Ask again: a new process starts then. If it keeps ending, choose a smaller model or a smaller view.</source>
        <translation>Pergunte de novo: um novo processo será iniciado. Se ele continuar terminando, escolha um modelo menor ou uma vista menor.</translation>
    </message>
    <message>
        <source>Ask again; if it happens again, see what the server says in its own program.</source>
        <translation>Pergunte de novo; se voltar a acontecer, veja o que o servidor diz no próprio programa.</translation>
    </message>
    <message>
        <source>Ask for the same in one sentence, and accept that answer.</source>
        <translation>Pergunte o mesmo em uma só frase e aceite essa resposta.</translation>
    </message>
    <message>
        <source>Ask in fewer words, or choose a smaller view.</source>
        <translation>Pergunte com menos palavras ou escolha uma vista menor.</translation>
    </message>
    <message>
        <source>Ask in one or two sentences what to look for.</source>
        <translation>Pergunte em uma ou duas frases o que deve ser procurado.</translation>
    </message>
    <message>
        <source>Ask it again.</source>
        <translation>Faça-a de novo.</translation>
    </message>
    <message>
        <source>Ask without it.</source>
        <translation>Pergunte sem ele.</translation>
    </message>
    <message>
        <source>Ask without one.</source>
        <translation>Pergunte sem um.</translation>
    </message>
    <message>
        <source>AskMap cannot tell in which format the model in {folder} answers.</source>
        <translation>O AskMap não consegue saber em que formato responde o modelo em {folder}.</translation>
    </message>
    <message>
        <source>AskMap draws no «{suffix}» pictures.</source>
        <translation>O AskMap não desenha imagens “{suffix}”.</translation>
    </message>
    <message>
        <source>AskMap has not fetched {name}.</source>
        <translation>O AskMap não baixou {name}.</translation>
    </message>
    <message>
        <source>AskMap knows no answer format «{name}».</source>
        <translation>O AskMap não conhece o formato de resposta “{name}”.</translation>
    </message>
    <message>
        <source>AskMap writes no «{suffix}» files.</source>
        <translation>O AskMap não grava arquivos “{suffix}”.</translation>
    </message>
    <message>
        <source>AskMap writes no «{suffix}» reports.</source>
        <translation>O AskMap não grava relatórios “{suffix}”.</translation>
    </message>
    <message>
        <source>Check its address, and whether this network wants a login in a browser first.</source>
        <translation>Verifique o endereço e se esta rede pede primeiro um login em um navegador.</translation>
    </message>
    <message>
        <source>Check the address and the connection, or download the file first.</source>
        <translation>Verifique o endereço e a conexão, ou baixe antes o arquivo.</translation>
    </message>
    <message>
        <source>Check the address of the hub.</source>
        <translation>Verifique o endereço do hub.</translation>
    </message>
    <message>
        <source>Check the address: that of LM Studio, Ollama, llama.cpp and vLLM ends in /v1.</source>
        <translation>Verifique o endereço: o de LM Studio, Ollama, llama.cpp e vLLM termina em /v1.</translation>
    </message>
    <message>
        <source>Check the address; a certificate of your own has to be installed on this computer.</source>
        <translation>Verifique o endereço; um certificado próprio precisa estar instalado neste computador.</translation>
    </message>
    <message>
        <source>Check the name: it is written as its owner writes it, such as owner/name.</source>
        <translation>Verifique o nome: escreve-se como o seu dono o escreve, por exemplo dono/nome.</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>Verifique a rede e tente de novo.</translation>
    </message>
    <message>
        <source>Choose a .pt file of SAM2, or a folder.</source>
        <translation>Escolha um arquivo .pt do SAM2 ou uma pasta.</translation>
    </message>
    <message>
        <source>Choose a Qwen2.5-VL, Qwen3-VL or Qwen3.5 reasoner and a SAM2, SAM3 or EdgeTAM segmenter.</source>
        <translation>Escolha um modelo de raciocínio Qwen2.5-VL, Qwen3-VL ou Qwen3.5 e um modelo de segmentação SAM2, SAM3 ou EdgeTAM.</translation>
    </message>
    <message>
        <source>Choose a file that holds the key in its first line.</source>
        <translation>Escolha um arquivo que tenha a chave na primeira linha.</translation>
    </message>
    <message>
        <source>Choose a folder that holds config.json and *.safetensors.</source>
        <translation>Escolha uma pasta que contenha config.json e *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a folder with *.safetensors.</source>
        <translation>Escolha uma pasta com *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a model that sees pictures and points at things, such as Qwen3-VL.</source>
        <translation>Escolha um modelo que veja imagens e aponte coisas, como o Qwen3-VL.</translation>
    </message>
    <message>
        <source>Choose a name ending in .md or .html.</source>
        <translation>Escolha um nome que termine em .md ou .html.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png.</source>
        <translation>Escolha um nome que termine em .png.</translation>
    </message>
    <message>
        <source>Choose a name that ends in {names}.</source>
        <translation>Escolha um nome que termine em {names}.</translation>
    </message>
    <message>
        <source>Choose a repository with *.safetensors.</source>
        <translation>Escolha um repositório com *.safetensors.</translation>
    </message>
    <message>
        <source>Choose a smaller model, or a smaller view.</source>
        <translation>Escolha um modelo menor ou uma vista menor.</translation>
    </message>
    <message>
        <source>Choose a view inside the raster's extent.</source>
        <translation>Escolha uma vista dentro da extensão do raster.</translation>
    </message>
    <message>
        <source>Choose a view that shows imagery.</source>
        <translation>Escolha uma vista que mostre imagens.</translation>
    </message>
    <message>
        <source>Choose another entry of the history.</source>
        <translation>Escolha outra entrada do histórico.</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>Escolha outro nome de arquivo.</translation>
    </message>
    <message>
        <source>Choose another folder, or another name for the split.</source>
        <translation>Escolha outra pasta ou outro nome para a partição.</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>Escolha outra pasta ou libere espaço.</translation>
    </message>
    <message>
        <source>Choose another name, or write a GeoPackage (.gpkg) instead.</source>
        <translation>Escolha outro nome ou grave um GeoPackage (.gpkg) em vez disso.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Escolha outro nome.</translation>
    </message>
    <message>
        <source>Choose its answer format in the settings, or write it into the file askmap.json in its folder: {example} for a Qwen as published.</source>
        <translation>Escolha seu formato de resposta nas configurações, ou escreva-o no arquivo askmap.json em sua pasta: {example} para um Qwen como publicado.</translation>
    </message>
    <message>
        <source>Choose letters, digits, - and _.</source>
        <translation>Use letras, algarismos, - e _.</translation>
    </message>
    <message>
        <source>Choose one of the models that it lists; the address ends in /v1.</source>
        <translation>Escolha um dos modelos que ele lista; o endereço termina em /v1.</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Escolha um destes: {names}.</translation>
    </message>
    <message>
        <source>Choose smaller models, or let a server run the reasoner.</source>
        <translation>Escolha modelos menores ou deixe que um servidor execute o modelo de raciocínio.</translation>
    </message>
    <message>
        <source>Choose the device «auto» or «cpu».</source>
        <translation>Escolha o dispositivo “auto” ou “cpu”.</translation>
    </message>
    <message>
        <source>Choose the model's unquantized folder, or let a server such as LM Studio run it, and give its address.</source>
        <translation>Escolha a pasta do modelo não quantizado, ou deixe que um servidor como o LM Studio o execute e informe seu endereço.</translation>
    </message>
    <message>
        <source>Choose the model's unquantized folder.</source>
        <translation>Escolha a pasta do modelo não quantizado.</translation>
    </message>
    <message>
        <source>Choose the precision «auto» or «float32».</source>
        <translation>Escolha a precisão “auto” ou “float32”.</translation>
    </message>
    <message>
        <source>Choose the raster that the polygons were drawn on.</source>
        <translation>Escolha o raster sobre o qual os polígonos foram desenhados.</translation>
    </message>
    <message>
        <source>Close it there, or choose another file name.</source>
        <translation>Feche-o lá ou escolha outro nome de arquivo.</translation>
    </message>
    <message>
        <source>Copy all of it again, from where it was made.</source>
        <translation>Copie-o por inteiro outra vez, de onde foi criado.</translation>
    </message>
    <message>
        <source>Copy or download the model again.</source>
        <translation>Copie ou baixe o modelo novamente.</translation>
    </message>
    <message>
        <source>Correct the name and the password of the proxy, then try again.</source>
        <translation>Corrija o nome e a senha do proxy e tente de novo.</translation>
    </message>
    <message>
        <source>Delete it: what was measured is lost then, and can be measured again.</source>
        <translation>Exclua-o: o que foi medido se perde então, e pode ser medido de novo.</translation>
    </message>
    <message>
        <source>Delete the entry, or update AskMap if a newer one wrote it.</source>
        <translation>Exclua a entrada ou atualize o AskMap, se um mais recente a gravou.</translation>
    </message>
    <message>
        <source>Draw what answers and accept it, or ask another model.</source>
        <translation>Desenhe o que responde à pergunta e aceite-o, ou pergunte a outro modelo.</translation>
    </message>
    <message>
        <source>Drawing the masks</source>
        <translation>Desenhando as máscaras</translation>
    </message>
    <message>
        <source>End that one with «askmap serve --end», or ask without it.</source>
        <translation>Encerre-o com «askmap serve --end», ou pergunte sem ele.</translation>
    </message>
    <message>
        <source>Enter the key that its owner gave you.</source>
        <translation>Digite a chave que o dono lhe deu.</translation>
    </message>
    <message>
        <source>Feature {number} of {path} has no place in the raster's coordinate system.</source>
        <translation>A feição {number} de {path} não tem lugar no sistema de coordenadas do raster.</translation>
    </message>
    <message>
        <source>Feature {number} of {path} is a {kind}, not a polygon.</source>
        <translation>A feição {number} de {path} é um {kind}, não um polígono.</translation>
    </message>
    <message>
        <source>Fetch the model's unquantized folder: the adapter finds it.</source>
        <translation>Baixe a pasta do modelo não quantizado: o adaptador a encontrará.</translation>
    </message>
    <message>
        <source>Fetch {base} with `askmap models get`, or put its folder beside the adapter's.</source>
        <translation>Baixe {base} com `askmap models get`, ou coloque sua pasta ao lado da pasta do adaptador.</translation>
    </message>
    <message>
        <source>Free some space or close other programs that use the file, then try again.</source>
        <translation>Libere espaço ou feche outros programas que usem o arquivo e tente novamente.</translation>
    </message>
    <message>
        <source>Free some space there, and ask again.</source>
        <translation>Libere espaço ali e pergunte de novo.</translation>
    </message>
    <message>
        <source>Give a project's file beside which one lies, its folder, or the history's own .gpkg.</source>
        <translation>Indique o arquivo de um projeto junto ao qual haja um, a sua pasta ou o próprio .gpkg do histórico.</translation>
    </message>
    <message>
        <source>Give each output a name of its own.</source>
        <translation>Dê a cada saída um nome próprio.</translation>
    </message>
    <message>
        <source>Give the bounding box in the raster's own units, without a coordinate system.</source>
        <translation>Informe o retângulo envolvente nas unidades do raster, sem sistema de coordenadas.</translation>
    </message>
    <message>
        <source>Give the file of one project.</source>
        <translation>Indique o arquivo de um projeto.</translation>
    </message>
    <message>
        <source>Give the smaller x and y first; to cross 180 degrees, go on counting, for example to 190.</source>
        <translation>Informe primeiro o x e o y menores; além de 180 graus, continue contando, por exemplo até 190.</translation>
    </message>
    <message>
        <source>Go on working; what can still be read of the old history, sqlite3's «.recover» will find.</source>
        <translation>Continue trabalhando; o que ainda puder ser lido do histórico antigo, o “.recover” do sqlite3 encontrará.</translation>
    </message>
    <message>
        <source>Install AskMap's extra «meta», or choose a SAM2 folder with config.json and *.safetensors.</source>
        <translation>Instale o extra “meta” do AskMap ou escolha uma pasta do SAM2 com config.json e *.safetensors.</translation>
    </message>
    <message>
        <source>Install a newer QGIS, or a newer Python.</source>
        <translation>Instale um QGIS mais recente ou um Python mais recente.</translation>
    </message>
    <message>
        <source>Install the packages of the engine again.</source>
        <translation>Instale novamente os pacotes do motor.</translation>
    </message>
    <message>
        <source>Install the packages of the engine: in QGIS with AskMap's button, in a shell as README.md shows.</source>
        <translation>Instale os pacotes do motor: no QGIS com o botão do AskMap, em um terminal como mostra o README.md.</translation>
    </message>
    <message>
        <source>Install them with the button in AskMap's dock; in a shell, as README.md shows.</source>
        <translation>Instale-os com o botão do painel do AskMap; em um terminal, como mostra o README.md.</translation>
    </message>
    <message>
        <source>It has: {names}.</source>
        <translation>Ele tem: {names}.</translation>
    </message>
    <message>
        <source>Load a model that sees pictures there first.</source>
        <translation>Carregue lá primeiro um modelo que veja imagens.</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Carregando os modelos</translation>
    </message>
    <message>
        <source>Make an amplitude raster of it first, for example with gdal_translate on a derived band.</source>
        <translation>Faça primeiro um raster de amplitude, por exemplo com gdal_translate sobre uma banda derivada.</translation>
    </message>
    <message>
        <source>Make one GeoTIFF of it first, with gdal_translate or gdalwarp.</source>
        <translation>Faça primeiro um único GeoTIFF com gdal_translate ou gdalwarp.</translation>
    </message>
    <message>
        <source>Memory ran out, so the model saw the picture with fewer pixels: {width} × {height}.</source>
        <translation>A memória se esgotou, então o modelo viu a imagem com menos pixels: {width} × {height}.</translation>
    </message>
    <message>
        <source>Memory ran out: trying again with fewer pixels</source>
        <translation>A memória se esgotou: nova tentativa com menos pixels</translation>
    </message>
    <message>
        <source>Mend or remove what is named, then give the same command again: what was finished is kept.</source>
        <translation>Corrija ou remova o que foi citado e dê o mesmo comando de novo: o que estava pronto é mantido.</translation>
    </message>
    <message>
        <source>Merge it into its model first.</source>
        <translation>Combine-o primeiro com seu modelo.</translation>
    </message>
    <message>
        <source>Merge it into its model with peft, and choose the merged folder.</source>
        <translation>Combine-o com seu modelo usando o peft e escolha a pasta resultante.</translation>
    </message>
    <message>
        <source>Merge it into the model, or remove adapter_config.json.</source>
        <translation>Combine-o com o modelo ou remova adapter_config.json.</translation>
    </message>
    <message>
        <source>Move to where the layer has data, and ask again.</source>
        <translation>Vá para onde a camada tem dados e pergunte novamente.</translation>
    </message>
    <message>
        <source>No box and no point of the model's answer can be read.</source>
        <translation>Não é possível ler nenhuma caixa nem ponto da resposta do modelo.</translation>
    </message>
    <message>
        <source>No service can be used in the folder {folder}: {reason}.</source>
        <translation>Não é possível usar nenhum serviço na pasta {folder}: {reason}.</translation>
    </message>
    <message>
        <source>One part of the raster takes more than a minute to read.</source>
        <translation>Ler uma parte do raster leva mais de um minuto.</translation>
    </message>
    <message>
        <source>Only one of {path} and its raster has a coordinate system on the earth; the other has a local one or none.</source>
        <translation>Somente um dos dois, {path} ou seu raster, tem um sistema de coordenadas terrestre; o outro tem um local ou nenhum.</translation>
    </message>
    <message>
        <source>Open it with gdalinfo to see what is wrong, or choose another raster.</source>
        <translation>Abra-o com gdalinfo para ver o que está errado ou escolha outro raster.</translation>
    </message>
    <message>
        <source>Open it with ogrinfo to see what is wrong, or choose another file.</source>
        <translation>Abra-o com ogrinfo para ver o que está errado ou escolha outro arquivo.</translation>
    </message>
    <message>
        <source>Others can read the key in {path}.</source>
        <translation>Outros podem ler a chave em {path}.</translation>
    </message>
    <message>
        <source>Reading the raster</source>
        <translation>Lendo o raster</translation>
    </message>
    <message>
        <source>Reading the raster: {percent} %</source>
        <translation>Lendo o raster: {percent} %</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Raciocinando</translation>
    </message>
    <message>
        <source>Rectify it first: gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif</source>
        <translation>Retifique-o primeiro: gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif</translation>
    </message>
    <message>
        <source>Reject it, or correct its outline.</source>
        <translation>Rejeite-o ou corrija seu contorno.</translation>
    </message>
    <message>
        <source>Remove it, or make it yours alone.</source>
        <translation>Remova-a ou torne-a só sua.</translation>
    </message>
    <message>
        <source>Remove that trigger, index or column, or rename the file to begin a new one.</source>
        <translation>Remova esse gatilho, índice ou coluna, ou renomeie o arquivo para começar um novo.</translation>
    </message>
    <message>
        <source>Remove the model and fetch it again.</source>
        <translation>Remova o modelo e baixe-o de novo.</translation>
    </message>
    <message>
        <source>Rename that file, and a new one begins.</source>
        <translation>Renomeie esse arquivo, e um novo será iniciado.</translation>
    </message>
    <message>
        <source>Restart QGIS, so that both are of the same version.</source>
        <translation>Reinicie o QGIS para que ambos sejam da mesma versão.</translation>
    </message>
    <message>
        <source>Run chmod 600 {path} first.</source>
        <translation>Execute antes chmod 600 {path}.</translation>
    </message>
    <message>
        <source>SIGKILL, as where memory has run out</source>
        <translation>SIGKILL, como quando a memória se esgota</translation>
    </message>
    <message>
        <source>See askmap models list.</source>
        <translation>Veja askmap models list.</translation>
    </message>
    <message>
        <source>See there whether it is still busy, then ask again.</source>
        <translation>Veja lá se ele ainda está ocupado e pergunte de novo.</translation>
    </message>
    <message>
        <source>See what the server says in its own program; a model that sees pictures is needed.</source>
        <translation>Veja o que o servidor diz no próprio programa; é preciso um modelo que veja imagens.</translation>
    </message>
    <message>
        <source>Some targets are neither accepted nor rejected: what is left open would be taught as wrong.</source>
        <translation>Alguns alvos não foram aceitos nem rejeitados: o que ficar pendente seria ensinado como errado.</translation>
    </message>
    <message>
        <source>Start it, or check its address.</source>
        <translation>Inicie-o ou verifique o endereço dele.</translation>
    </message>
    <message>
        <source>Start the server, or choose another reasoner.</source>
        <translation>Inicie o servidor ou escolha outro raciocinador.</translation>
    </message>
    <message>
        <source>Target {number} has no pixel in the view that was asked about.</source>
        <translation>O alvo {number} não tem nenhum pixel na vista sobre a qual se perguntou.</translation>
    </message>
    <message>
        <source>Target {target} cannot be written in longitudes and latitudes of WGS 84.</source>
        <translation>O alvo {target} não pode ser gravado em longitudes e latitudes de WGS 84.</translation>
    </message>
    <message>
        <source>The adapter in {adapter} would change the weights of {folder}, which are quantized.</source>
        <translation>O adaptador em {adapter} alteraria os pesos de {folder}, que estão quantizados.</translation>
    </message>
    <message>
        <source>The adapter in {folder} belongs to the model {base}, which is not on this computer.</source>
        <translation>O adaptador em {folder} pertence ao modelo {base}, que não está neste computador.</translation>
    </message>
    <message>
        <source>The adapter in {folder} does not fit the model that it was found for: {module} is another.</source>
        <translation>O adaptador em {folder} não se ajusta ao modelo que foi encontrado para ele: {module} é outro.</translation>
    </message>
    <message>
        <source>The adapter in {folder} holds «{name}», which is no part of a plain LoRA.</source>
        <translation>O adaptador em {folder} contém “{name}”, que não faz parte de um LoRA simples.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is no plain LoRA: it sets «{key}».</source>
        <translation>O adaptador em {folder} não é um LoRA simples: ele define “{key}”.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is not as peft writes it.</source>
        <translation>O adaptador em {folder} não está como o peft o grava.</translation>
    </message>
    <message>
        <source>The answer could not be kept elsewhere either.</source>
        <translation>A resposta também não pôde ser guardada em outro lugar.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} has no place in the coordinate system of the raster.</source>
        <translation>O retângulo envolvente {bbox} não tem lugar no sistema de coordenadas do raster.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} is not (xmin, ymin, xmax, ymax).</source>
        <translation>O retângulo envolvente {bbox} não é (xmin, ymin, xmax, ymax).</translation>
    </message>
    <message>
        <source>The bounding box {bbox} lies on both sides of the longitude where the raster begins and ends.</source>
        <translation>O retângulo envolvente {bbox} fica dos dois lados da longitude em que o raster começa e termina.</translation>
    </message>
    <message>
        <source>The bounding box {bbox} lies too far from the raster.</source>
        <translation>O retângulo envolvente {bbox} fica longe demais do raster.</translation>
    </message>
    <message>
        <source>The config.json in {folder} asks for pictures of {side} pixels.</source>
        <translation>O config.json em {folder} pede imagens de {side} pixels.</translation>
    </message>
    <message>
        <source>The config.json in {folder} does not describe a SAM2.</source>
        <translation>O config.json em {folder} não descreve um SAM2.</translation>
    </message>
    <message>
        <source>The config.json in {folder} does not describe its weights.</source>
        <translation>O config.json em {folder} não descreve seus pesos.</translation>
    </message>
    <message>
        <source>The config.json in {folder} has the value {value} for «{key}», which no model has.</source>
        <translation>O config.json em {folder} tem para “{key}” o valor {value}, que nenhum modelo tem.</translation>
    </message>
    <message>
        <source>The config.json in {folder} is nested too deeply.</source>
        <translation>O config.json em {folder} está aninhado fundo demais.</translation>
    </message>
    <message>
        <source>The config.json of «{name}» does not describe its weights.</source>
        <translation>O config.json de “{name}” não descreve seus pesos.</translation>
    </message>
    <message>
        <source>The device {device} does not compute in {dtype}.</source>
        <translation>O dispositivo {device} não calcula em {dtype}.</translation>
    </message>
    <message>
        <source>The engine did nothing for {minutes:.0f} minutes, and its process was ended.</source>
        <translation>O motor não fez nada por {minutes:.0f} minutos e seu processo foi encerrado.</translation>
    </message>
    <message>
        <source>The engine needs Python {wanted} or newer, and this is {found}.</source>
        <translation>O motor precisa do Python {wanted} ou mais recente, e este é o {found}.</translation>
    </message>
    <message>
        <source>The engine's packages are not all here: {names}.</source>
        <translation>Faltam pacotes do motor: {names}.</translation>
    </message>
    <message>
        <source>The engine's process cannot be started: {reason}.</source>
        <translation>O processo do motor não pode ser iniciado: {reason}.</translation>
    </message>
    <message>
        <source>The engine's process did not get the memory that it needs.</source>
        <translation>O processo do motor não obteve a memória de que precisa.</translation>
    </message>
    <message>
        <source>The engine's process ended before it had answered: {reason}.</source>
        <translation>O processo do motor terminou antes de responder: {reason}.</translation>
    </message>
    <message>
        <source>The engine's process gave no sign of life for {seconds:.0f} seconds, and was ended.</source>
        <translation>O processo do motor não deu sinal de vida por {seconds:.0f} segundos e foi encerrado.</translation>
    </message>
    <message>
        <source>The engine's process is of AskMap {theirs}, and this is AskMap {ours}.</source>
        <translation>O processo do motor é do AskMap {theirs}, e este é o AskMap {ours}.</translation>
    </message>
    <message>
        <source>The engine's process wrote what AskMap cannot read, and was ended.</source>
        <translation>O processo do motor escreveu algo que o AskMap não consegue ler e foi encerrado.</translation>
    </message>
    <message>
        <source>The entry {id} in {path} cannot be read.</source>
        <translation>Não é possível ler a entrada {id} em {path}.</translation>
    </message>
    <message>
        <source>The file {file} has the value {value} for «{name}», which no model has.</source>
        <translation>O arquivo {file} tem para “{name}” o valor {value}, que nenhum modelo tem.</translation>
    </message>
    <message>
        <source>The file {file} names no valid tokens as «eos_token_id».</source>
        <translation>O arquivo {file} não cita tokens válidos como “eos_token_id”.</translation>
    </message>
    <message>
        <source>The file {folder} names no files of weights.</source>
        <translation>O arquivo {folder} não cita arquivos de pesos.</translation>
    </message>
    <message>
        <source>The file {path} adds tokens that are not valid.</source>
        <translation>O arquivo {path} acrescenta tokens inválidos.</translation>
    </message>
    <message>
        <source>The file {path} asks for the {name} «{kind}», which AskMap does not support.</source>
        <translation>O arquivo {path} pede como {name} “{kind}”, a que o AskMap não dá suporte.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}.</source>
        <translation>Não é possível ler o arquivo {path}: {reason}.</translation>
    </message>
    <message>
        <source>The file {path} holds no JSON object.</source>
        <translation>O arquivo {path} não contém um objeto JSON.</translation>
    </message>
    <message>
        <source>The file {path} holds no tokenizer.</source>
        <translation>O arquivo {path} não contém um tokenizador.</translation>
    </message>
    <message>
        <source>The file {path} is not JSON.</source>
        <translation>O arquivo {path} não é JSON.</translation>
    </message>
    <message>
        <source>The file {path} is not UTF-8.</source>
        <translation>O arquivo {path} não é UTF-8.</translation>
    </message>
    <message>
        <source>The file {path} is not a BPE tokenizer, the only kind that AskMap reads.</source>
        <translation>O arquivo {path} não é um tokenizador BPE, o único tipo que o AskMap lê.</translation>
    </message>
    <message>
        <source>The file {path} is not as AskMap writes it.</source>
        <translation>O arquivo {path} não está como o AskMap o grava.</translation>
    </message>
    <message>
        <source>The file {path} is too large for a file of its kind.</source>
        <translation>O arquivo {path} é grande demais para um arquivo do seu tipo.</translation>
    </message>
    <message>
        <source>The file {path} names no coordinates that AskMap knows.</source>
        <translation>O arquivo {path} não cita coordenadas que o AskMap conheça.</translation>
    </message>
    <message>
        <source>The file {path} names tokens that no model has.</source>
        <translation>O arquivo {path} cita tokens que nenhum modelo tem.</translation>
    </message>
    <message>
        <source>The file {path} splits text by a pattern that could take for ever.</source>
        <translation>O arquivo {path} divide o texto por um padrão que poderia não terminar nunca.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>Não é possível criar a pasta {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} holds {count} histories.</source>
        <translation>A pasta {folder} contém {count} históricos.</translation>
    </message>
    <message>
        <source>The folder {folder} is not yours alone, so no service is used there.</source>
        <translation>A pasta {folder} não é só sua, por isso nenhum serviço é usado ali.</translation>
    </message>
    <message>
        <source>The history refuses what is written into it: {error}.</source>
        <translation>O histórico recusa o que é gravado nele: {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be copied: {error}.</source>
        <translation>Não é possível copiar o histórico {path}: {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be used now: {error}.</source>
        <translation>O histórico {path} não pode ser usado agora: {error}.</translation>
    </message>
    <message>
        <source>The history {path} cannot be used: {reason}.</source>
        <translation>O histórico {path} não pode ser usado: {reason}.</translation>
    </message>
    <message>
        <source>The history {path} holds «{name}», which would change what AskMap writes.</source>
        <translation>O histórico {path} contém “{name}”, que mudaria o que o AskMap grava.</translation>
    </message>
    <message>
        <source>The history {path} is damaged and cannot be renamed.</source>
        <translation>O histórico {path} está danificado e não pode ser renomeado.</translation>
    </message>
    <message>
        <source>The history {path} is damaged: it now lies in {aside}, and a new one begins.</source>
        <translation>O histórico {path} está danificado: agora fica em {aside}, e um novo começa.</translation>
    </message>
    <message>
        <source>The history {path} was written by a newer AskMap.</source>
        <translation>O histórico {path} foi gravado por um AskMap mais recente.</translation>
    </message>
    <message>
        <source>The hub at {server} does not say how large {file} is.</source>
        <translation>O hub {server} não diz que tamanho tem {file}.</translation>
    </message>
    <message>
        <source>The hub at {server} has no {name}, or not this revision of it.</source>
        <translation>O hub {server} não tem {name}, ou não nesta revisão.</translation>
    </message>
    <message>
        <source>The hub at {server} is busy (status {status}).</source>
        <translation>O hub {server} está ocupado (estado {status}).</translation>
    </message>
    <message>
        <source>The hub at {server} leads from address to address without an end.</source>
        <translation>O hub {server} leva de endereço em endereço sem fim.</translation>
    </message>
    <message>
        <source>The hub at {server} leads to an address that is not safe: {url}.</source>
        <translation>O hub {server} leva a um endereço que não é seguro: {url}.</translation>
    </message>
    <message>
        <source>The hub at {server} refuses (status {status}).</source>
        <translation>O hub {server} recusa (estado {status}).</translation>
    </message>
    <message>
        <source>The hub gives {name} only to those who may have it (status {status}).</source>
        <translation>O hub só dá {name} a quem o pode ter (estado {status}).</translation>
    </message>
    <message>
        <source>The index of {folder} looks for {tensor} in {name}, which lacks it.</source>
        <translation>O índice de {folder} procura {tensor} em {name}, onde falta.</translation>
    </message>
    <message>
        <source>The index of {folder} names {name}, which is not there.</source>
        <translation>O índice de {folder} cita {name}, que não está lá.</translation>
    </message>
    <message>
        <source>The key in {path} cannot be read: {reason}.</source>
        <translation>Não é possível ler a chave em {path}: {reason}.</translation>
    </message>
    <message>
        <source>The map is turned by {degrees:.0f} degrees, so north is not up in this view.</source>
        <translation>O mapa está girado em {degrees:.0f} graus, por isso o norte não está para cima nesta vista.</translation>
    </message>
    <message>
        <source>The model does not know what this question asks for, which does not say that nothing answers.</source>
        <translation>O modelo não sabe o que esta pergunta pede, o que não quer dizer que não haja nada.</translation>
    </message>
    <message>
        <source>The model in {folder}</source>
        <translation>O modelo em {folder}</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized in a way that the device «{device}» cannot compute.</source>
        <translation>O modelo em {folder} está quantizado de um modo que o dispositivo “{device}” não consegue calcular.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized with {method}, which AskMap does not load.</source>
        <translation>O modelo em {folder} está quantizado com {method}, que o AskMap não carrega.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized, and the package {name} is not installed.</source>
        <translation>O modelo em {folder} está quantizado, e o pacote {name} não está instalado.</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized.</source>
        <translation>O modelo em {folder} está quantizado.</translation>
    </message>
    <message>
        <source>The model in {folder} wants to run code of its own, which AskMap never does.</source>
        <translation>O modelo em {folder} quer executar código próprio, o que o AskMap nunca faz.</translation>
    </message>
    <message>
        <source>The model «{model}» did not find the red rectangle of a test picture: it does not see or point.</source>
        <translation>O modelo «{model}» não encontrou o retângulo vermelho de uma imagem de teste: não vê ou não aponta.</translation>
    </message>
    <message>
        <source>The model «{name}» reads each question alone; it was not told of the questions and answers before this one.</source>
        <translation>O modelo “{name}” lê cada pergunta isoladamente; as perguntas e respostas anteriores não lhe foram comunicadas.</translation>
    </message>
    <message>
        <source>The model's answer holds no boxes and no points.</source>
        <translation>A resposta do modelo não contém caixas nem pontos.</translation>
    </message>
    <message>
        <source>The model's answer is too deeply nested to be read.</source>
        <translation>A resposta do modelo está aninhada demais para ser lida.</translation>
    </message>
    <message>
        <source>The model's folder lacks {name}: {parent}.</source>
        <translation>Na pasta do modelo falta {name}: {parent}.</translation>
    </message>
    <message>
        <source>The model's prompt.txt has no place for the question.</source>
        <translation>O prompt.txt do modelo não tem lugar para a pergunta.</translation>
    </message>
    <message>
        <source>The model's tokenizer.json does not know {name}.</source>
        <translation>O tokenizer.json do modelo não conhece {name}.</translation>
    </message>
    <message>
        <source>The models need about {needed:,.1f} GB of memory, and this computer has {memory:,.1f} GB.</source>
        <translation>Os modelos precisam de cerca de {needed:,.1f} GB de memória, e este computador tem {memory:,.1f} GB.</translation>
    </message>
    <message>
        <source>The packages of the engine are being removed or replaced by another QGIS.</source>
        <translation>Outro QGIS está removendo ou substituindo os pacotes do motor.</translation>
    </message>
    <message>
        <source>The packages of the engine cannot be used: {error}.</source>
        <translation>Não é possível usar os pacotes do motor: {error}.</translation>
    </message>
    <message>
        <source>The pixels cannot be written to {folder}: {reason}.</source>
        <translation>Os pixels não podem ser gravados em {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The proxy wants another name or password.</source>
        <translation>O proxy pede outro nome ou outra senha.</translation>
    </message>
    <message>
        <source>The question and the picture are {tokens:,} tokens, and the model reads {limit:,}.</source>
        <translation>A pergunta e a imagem somam {tokens:,} tokens, e o modelo lê {limit:,}.</translation>
    </message>
    <message>
        <source>The question has {count:,} characters, and {limit:,} are the limit.</source>
        <translation>A pergunta tem {count:,} caracteres, e o limite é {limit:,}.</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>A pergunta está vazia.</translation>
    </message>
    <message>
        <source>The raster has no coordinate system, so a bounding box in {bbox_crs} cannot be found in it.</source>
        <translation>O raster não tem sistema de coordenadas, por isso não é possível encontrar nele um retângulo envolvente em {bbox_crs}.</translation>
    </message>
    <message>
        <source>The raster has no coordinate system, so its place on earth is unknown.</source>
        <translation>O raster não tem sistema de coordenadas, por isso seu lugar na Terra é desconhecido.</translation>
    </message>
    <message>
        <source>The raster has no overviews, so all {millions:,.0f} million pixels of the view were read. Build overviews (in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo), and the next time takes only a moment.</source>
        <translation>O raster não tem pirâmides, por isso todos os {millions:,.0f} milhões de pixels da vista foram lidos. Crie pirâmides (no QGIS nas propriedades da camada, «Pirâmides», num terminal com gdaladdo), e a próxima vez levará só um momento.</translation>
    </message>
    <message>
        <source>The raster's overviews were averaged with pixels that hold no data, which may hide others. Declare the nodata value with gdal_edit.py -a_nodata, and build the overviews anew with gdaladdo.</source>
        <translation>As pirâmides do raster foram calculadas com pixels sem dados, que podem esconder outros. Declare o valor nodata com gdal_edit.py -a_nodata e crie as pirâmides de novo com gdaladdo.</translation>
    </message>
    <message>
        <source>The reasoner</source>
        <translation>O modelo de raciocínio</translation>
    </message>
    <message>
        <source>The reasoner «{name}» is damaged: it computes values that are not numbers.</source>
        <translation>O modelo de raciocínio “{name}” está danificado: ele calcula valores que não são números.</translation>
    </message>
    <message>
        <source>The reasoner, which points, runs on the server {server}; the segmenter, which draws the masks, runs on this computer.</source>
        <translation>O raciocinador, que aponta, roda no servidor {server}; o segmentador, que desenha as máscaras, roda neste computador.</translation>
    </message>
    <message>
        <source>The segmenter</source>
        <translation>O modelo de segmentação</translation>
    </message>
    <message>
        <source>The segmenter «{name}» is damaged: it computes values that are not numbers.</source>
        <translation>O modelo de segmentação “{name}” está danificado: ele calcula valores que não são números.</translation>
    </message>
    <message>
        <source>The server at {server} cannot be reached: {reason}.</source>
        <translation>Não é possível alcançar o servidor {server}: {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} could not answer: {reason}.</source>
        <translation>O servidor {server} não conseguiu responder: {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} could not prove that it is who it says: {reason}.</source>
        <translation>O servidor {server} não conseguiu provar que é quem diz ser: {reason}.</translation>
    </message>
    <message>
        <source>The server at {server} ended the connection in the middle of its answer.</source>
        <translation>O servidor {server} encerrou a conexão no meio da resposta.</translation>
    </message>
    <message>
        <source>The server at {server} has no model «{model}».</source>
        <translation>O servidor {server} não tem nenhum modelo «{model}».</translation>
    </message>
    <message>
        <source>The server at {server} has no «{model}», or its address is another one (status {status}).</source>
        <translation>O servidor {server} não tem «{model}», ou o endereço dele é outro (estado {status}).</translation>
    </message>
    <message>
        <source>The server at {server} is busy (status {status}).</source>
        <translation>O servidor {server} está ocupado (estado {status}).</translation>
    </message>
    <message>
        <source>The server at {server} said nothing for a long time.</source>
        <translation>O servidor {server} não disse nada durante muito tempo.</translation>
    </message>
    <message>
        <source>The server at {server} wants a key, or another one (status {status}).</source>
        <translation>O servidor {server} pede uma chave, ou outra (estado {status}).</translation>
    </message>
    <message>
        <source>The server is busy: waiting for it</source>
        <translation>O servidor está ocupado: aguardando</translation>
    </message>
    <message>
        <source>The service cannot be reached: {reason}.</source>
        <translation>Não é possível contatar o serviço: {reason}.</translation>
    </message>
    <message>
        <source>The service did not start; {log} says why.</source>
        <translation>O serviço não iniciou; {log} diz por quê.</translation>
    </message>
    <message>
        <source>The service that runs is of AskMap {theirs}, and this is AskMap {ours}.</source>
        <translation>O serviço em execução é do AskMap {theirs}, e este é o AskMap {ours}.</translation>
    </message>
    <message>
        <source>The tokenizer.json in {folder} does not fit the model's config.json.</source>
        <translation>O tokenizer.json em {folder} não corresponde ao config.json do modelo.</translation>
    </message>
    <message>
        <source>The view has {width:,} x {height:,} pixels and no overviews.</source>
        <translation>A vista tem {width:,} x {height:,} pixels e não tem pirâmides.</translation>
    </message>
    <message>
        <source>The view holds no pixels with data.</source>
        <translation>A vista não contém pixels com dados.</translation>
    </message>
    <message>
        <source>The view lies outside of the raster's {width:,} x {height:,} pixels.</source>
        <translation>A vista fica fora dos {width:,} x {height:,} pixels do raster.</translation>
    </message>
    <message>
        <source>The view was read reduced: each of its pixels stands for {count:,.1f} of the raster's.</source>
        <translation>A vista foi lida reduzida: cada um de seus pixels representa {count:,.1f} do raster.</translation>
    </message>
    <message>
        <source>The weights in {folder} cannot be read.</source>
        <translation>Não é possível ler os pesos em {folder}.</translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json.</source>
        <translation>Os pesos em {folder} não correspondem ao seu config.json.</translation>
    </message>
    <message>
        <source>The weights in {path} are damaged: {name} holds values that are not numbers.</source>
        <translation>Os pesos em {path} estão danificados: {name} contém valores que não são números.</translation>
    </message>
    <message>
        <source>There is a folder {folder} already, which AskMap has not fetched.</source>
        <translation>Já existe uma pasta {folder} que o AskMap não baixou.</translation>
    </message>
    <message>
        <source>There is no device «{name}».</source>
        <translation>Não existe o dispositivo “{name}”.</translation>
    </message>
    <message>
        <source>There is no entry {id} in {path} any more.</source>
        <translation>A entrada {id} não está mais em {path}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Não existe o arquivo {file}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>O arquivo {path} não existe.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Não existe a pasta {folder}.</translation>
    </message>
    <message>
        <source>There is no history of AskMap at {place}.</source>
        <translation>Não há nenhum histórico do AskMap em {place}.</translation>
    </message>
    <message>
        <source>There is no key in {path}.</source>
        <translation>Não há nenhuma chave em {path}.</translation>
    </message>
    <message>
        <source>There is no raster {path}.</source>
        <translation>Não existe o raster {path}.</translation>
    </message>
    <message>
        <source>There is no transformation from the coordinate system of {path}, «{crs}», to that of its raster.</source>
        <translation>Não há transformação do sistema de coordenadas de {path}, “{crs}”, para o de seu raster.</translation>
    </message>
    <message>
        <source>There is no transformation from «{bbox_crs}» to «{crs}», the raster's coordinate system.</source>
        <translation>Não há transformação de “{bbox_crs}” para “{crs}”, o sistema de coordenadas do raster.</translation>
    </message>
    <message>
        <source>There is no {name} here.</source>
        <translation>Não há {name} aqui.</translation>
    </message>
    <message>
        <source>This computer has no device «{name}» that torch can use.</source>
        <translation>Este computador não tem um dispositivo “{name}” que o torch possa usar.</translation>
    </message>
    <message>
        <source>This is no preset of AskMap, or not all of one.</source>
        <translation>Isto não é uma predefinição de pergunta do AskMap, ou não está completa.</translation>
    </message>
    <message>
        <source>This preset cannot be read: {reason}.</source>
        <translation>Esta predefinição de pergunta não pode ser lida: {reason}.</translation>
    </message>
    <message>
        <source>This preset cannot be used here: {reason}.</source>
        <translation>Esta predefinição de pergunta não pode ser usada aqui: {reason}.</translation>
    </message>
    <message>
        <source>This preset does not hold what presets hold.</source>
        <translation>Esta predefinição de pergunta não contém o que devia.</translation>
    </message>
    <message>
        <source>This preset is longer than any preset is.</source>
        <translation>Esta predefinição de pergunta é demasiado longa.</translation>
    </message>
    <message>
        <source>This preset was changed or cut off on its way.</source>
        <translation>Esta predefinição de pergunta foi alterada ou cortada pelo caminho.</translation>
    </message>
    <message>
        <source>This preset was made by a newer AskMap.</source>
        <translation>Esta predefinição de pergunta foi criada por um AskMap mais recente.</translation>
    </message>
    <message>
        <source>This question follows up another one, and a sample has to be understood alone.</source>
        <translation>Esta pergunta continua outra, e uma amostra precisa ser compreensível sozinha.</translation>
    </message>
    <message>
        <source>This question has no answer.</source>
        <translation>Esta pergunta não tem resposta.</translation>
    </message>
    <message>
        <source>This system has no service of AskMap.</source>
        <translation>Neste sistema não há serviço do AskMap.</translation>
    </message>
    <message>
        <source>Try again, or choose another hub.</source>
        <translation>Tente de novo ou escolha outro hub.</translation>
    </message>
    <message>
        <source>Try again: what has come is kept.</source>
        <translation>Tente de novo: o que já chegou é mantido.</translation>
    </message>
    <message>
        <source>Update AskMap, or ask for the question's own words.</source>
        <translation>Atualize o AskMap ou peça o texto da pergunta.</translation>
    </message>
    <message>
        <source>Update AskMap, or rename that file to begin a new one.</source>
        <translation>Atualize o AskMap ou renomeie esse arquivo para iniciar um novo.</translation>
    </message>
    <message>
        <source>Use it as it is, or fetch the model into another folder.</source>
        <translation>Use-a como está ou baixe o modelo em outra pasta.</translation>
    </message>
    <message>
        <source>Wait a little, then ask again.</source>
        <translation>Espere um pouco e pergunte de novo.</translation>
    </message>
    <message>
        <source>Wait a little, then try again: what has come is kept.</source>
        <translation>Espere um pouco e tente de novo: o que já chegou é mantido.</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>Espere até terminar.</translation>
    </message>
    <message>
        <source>Waiting for another question</source>
        <translation>Aguardando outra pergunta</translation>
    </message>
    <message>
        <source>What answers at {server} does not speak OpenAI's protocol.</source>
        <translation>O que responde em {server} não fala o protocolo da OpenAI.</translation>
    </message>
    <message>
        <source>What answers at {server} is no hub of models.</source>
        <translation>O que responde em {server} não é um hub de modelos.</translation>
    </message>
    <message>
        <source>What lies elsewhere is removed where it lies.</source>
        <translation>O que está em outro lugar é removido onde está.</translation>
    </message>
    <message>
        <source>What was decided there is shown now; decide again where you see it otherwise.</source>
        <translation>Agora é mostrado o que foi decidido lá; decida de novo onde pensar de outro modo.</translation>
    </message>
    <message>
        <source>Which model of {server} is meant?</source>
        <translation>De qual modelo de {server} se trata?</translation>
    </message>
    <message>
        <source>While drawing: {problem}</source>
        <translation>Ao desenhar: {problem}</translation>
    </message>
    <message>
        <source>With each question the pixels of the view and your words are sent to {server}, nothing else.</source>
        <translation>A cada pergunta, os pixels da vista e as suas palavras são enviados a {server}, nada mais.</translation>
    </message>
    <message>
        <source>Write GeoJSON (.geojson) instead.</source>
        <translation>Grave em GeoJSON (.geojson) em vez disso.</translation>
    </message>
    <message>
        <source>Write a GeoPackage (.gpkg) instead.</source>
        <translation>Grave um GeoPackage (.gpkg) em vez disso.</translation>
    </message>
    <message>
        <source>Write it anew without «crs», in longitudes and latitudes of WGS 84.</source>
        <translation>Grave-o de novo sem “crs”, em longitudes e latitudes de WGS 84.</translation>
    </message>
    <message>
        <source>Write it as http://127.0.0.1:1234/v1#name-of-the-model.</source>
        <translation>Escreva-o assim: http://127.0.0.1:1234/v1#nome-do-modelo.</translation>
    </message>
    <message>
        <source>Write it as its owner does: owner/name.</source>
        <translation>Escreva-o como o seu dono: dono/nome.</translation>
    </message>
    <message>
        <source>Write it as the path from that folder to the file, such as tiles/a.png.</source>
        <translation>Escreva o caminho dessa pasta até o arquivo, por exemplo tiles/a.png.</translation>
    </message>
    <message>
        <source>Write it like EPSG:4326, or as WKT.</source>
        <translation>Escreva-o como EPSG:4326 ou como WKT.</translation>
    </message>
    <message>
        <source>Write it to a file first.</source>
        <translation>Grave-o primeiro em um arquivo.</translation>
    </message>
    <message>
        <source>Write its output to a file first.</source>
        <translation>Grave primeiro a saída dele em um arquivo.</translation>
    </message>
    <message>
        <source>Write the key into its first line, in plain letters.</source>
        <translation>Escreva a chave na primeira linha, em letras simples.</translation>
    </message>
    <message>
        <source>Write {question} where the question goes.</source>
        <translation>Escreva {question} onde a pergunta deve ficar.</translation>
    </message>
    <message>
        <source>a key or a password does not belong into it</source>
        <translation>uma chave ou uma senha não devem estar nele</translation>
    </message>
    <message>
        <source>geolocation arrays</source>
        <translation>matrizes de geolocalização</translation>
    </message>
    <message>
        <source>ground control points</source>
        <translation>pontos de controle</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>não pode ser lido</translation>
    </message>
    <message>
        <source>it does not come to an end</source>
        <translation>não chega ao fim</translation>
    </message>
    <message>
        <source>it names no computer</source>
        <translation>não indica nenhum computador</translation>
    </message>
    <message>
        <source>nothing may stand behind a question mark</source>
        <translation>nada pode vir depois de um ponto de interrogação</translation>
    </message>
    <message>
        <source>rational polynomial coefficients</source>
        <translation>coeficientes polinomiais racionais</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>estado {status}</translation>
    </message>
    <message>
        <source>{device}: 1 thread</source>
        <translation>{device}: 1 thread</translation>
    </message>
    <message>
        <source>{device}: 1 thread, {gb:.1f} GB</source>
        <translation>{device}: 1 thread, {gb:.1f} GB</translation>
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
        <translation>{device}: {threads} threads</translation>
    </message>
    <message>
        <source>{device}: {threads} threads, {gb:.1f} GB</source>
        <translation>{device}: {threads} threads, {gb:.1f} GB</translation>
    </message>
    <message>
        <source>{driver} is always in WGS 84, but the raster has no coordinate system.</source>
        <translation>{driver} está sempre em WGS 84, mas o raster não tem sistema de coordenadas.</translation>
    </message>
    <message>
        <source>{driver} would be written in WGS 84, and there is no transformation to it from «{crs}».</source>
        <translation>{driver} seria gravado em WGS 84, e não há transformação a partir de “{crs}”.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>Não é possível ler {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} does not hold the weights of a SAM2.</source>
        <translation>{file} não contém os pesos de um SAM2.</translation>
    </message>
    <message>
        <source>{file} ends too early each time.</source>
        <translation>{file} termina sempre cedo demais.</translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation>{file} não contém pesos.</translation>
    </message>
    <message>
        <source>{file} is cut off or damaged: it holds {held:,} bytes of weights, not {end:,}.</source>
        <translation>{file} está cortado ou danificado: contém {held:,} bytes de pesos, não {end:,}.</translation>
    </message>
    <message>
        <source>{file} is cut off or no safetensors file.</source>
        <translation>{file} está cortado ou não é um arquivo safetensors.</translation>
    </message>
    <message>
        <source>{file} is damaged: some of its weights overlap.</source>
        <translation>{file} está danificado: alguns de seus pesos se sobrepõem.</translation>
    </message>
    <message>
        <source>{file} is no SAM2 of a size that AskMap knows.</source>
        <translation>{file} não é um SAM2 de um tamanho que o AskMap conheça.</translation>
    </message>
    <message>
        <source>{file} is no safetensors file.</source>
        <translation>{file} não é um arquivo safetensors.</translation>
    </message>
    <message>
        <source>{file} is not what the hub says it is: it was changed on its way.</source>
        <translation>{file} não é o que o hub diz: foi alterado no caminho.</translation>
    </message>
    <message>
        <source>{file} lacks some of SAM2's weights.</source>
        <translation>Faltam em {file} alguns pesos do SAM2.</translation>
    </message>
    <message>
        <source>{folder} does not hold a reasoner of a family that AskMap knows.</source>
        <translation>{folder} não contém um modelo de raciocínio de uma família que o AskMap conheça.</translation>
    </message>
    <message>
        <source>{folder} holds a model of the type «{kind}», not {names}.</source>
        <translation>{folder} contém um modelo do tipo “{kind}”, não {names}.</translation>
    </message>
    <message>
        <source>{folder} holds an adapter beside its model.</source>
        <translation>{folder} contém um adaptador ao lado de seu modelo.</translation>
    </message>
    <message>
        <source>{folder} holds an adapter only.</source>
        <translation>{folder} contém somente um adaptador.</translation>
    </message>
    <message>
        <source>{folder} holds its weights as pickles, which could run any code.</source>
        <translation>{folder} contém seus pesos como pickle, que poderia executar qualquer código.</translation>
    </message>
    <message>
        <source>{folder} holds no {name}.</source>
        <translation>{folder} não contém {name}.</translation>
    </message>
    <message>
        <source>{folder} is there already and belongs to something else.</source>
        <translation>{folder} já existe e pertence a outra coisa.</translation>
    </message>
    <message>
        <source>{form} has no room for the coordinate system «{crs}».</source>
        <translation>{form} não tem lugar para o sistema de coordenadas «{crs}».</translation>
    </message>
    <message>
        <source>{mask} cannot be removed: {reason}.</source>
        <translation>Não é possível remover {mask}: {reason}.</translation>
    </message>
    <message>
        <source>{name} holds no model that AskMap loads: config.json and model.safetensors are missing.</source>
        <translation>{name} não contém nenhum modelo que o AskMap carregue: faltam config.json e model.safetensors.</translation>
    </message>
    <message>
        <source>{name} in {folder} is not what was fetched: it has changed since.</source>
        <translation>{name} em {folder} não é o que foi baixado: mudou desde então.</translation>
    </message>
    <message>
        <source>{name} is being fetched by another program.</source>
        <translation>{name} está sendo baixado por outro programa.</translation>
    </message>
    <message>
        <source>{name} is not a file name.</source>
        <translation>{name} não é um nome de arquivo.</translation>
    </message>
    <message>
        <source>{name} needs {needed:,.1f} GB on the disk, and {free:,.1f} GB are free in {folder}.</source>
        <translation>{name} precisa de {needed:,.1f} GB no disco, e em {folder} há {free:,.1f} GB livres.</translation>
    </message>
    <message>
        <source>{number:.12g} in {percent:.0f} % of the pixels looks like a fill value that the file does not declare. If it is one, declare it: {command} and the file's name.</source>
        <translation>{number:.12g} em {percent:.0f} % dos pixels parece um valor de preenchimento que o arquivo não declara. Se for um, declare-o: {command} e o nome do arquivo.</translation>
    </message>
    <message>
        <source>{path} and its raster use different units.</source>
        <translation>{path} e seu raster usam unidades diferentes.</translation>
    </message>
    <message>
        <source>{path} and {other} would be the same file.</source>
        <translation>{path} e {other} seriam o mesmo arquivo.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>Não é possível ler {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be written whole.</source>
        <translation>Não é possível gravar {path} por completo.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>Não é possível gravar {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: there is no folder {parent}.</source>
        <translation>Não é possível gravar {path}: não existe a pasta {parent}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: what is there already is no GeoPackage that can be read.</source>
        <translation>Não é possível gravar {path}: o que já está ali não é um GeoPackage legível.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Não é possível gravar {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} does not answer, or is no raster.</source>
        <translation>{path} não responde ou não é um raster.</translation>
    </message>
    <message>
        <source>{path} has a geotransform that cannot be inverted.</source>
        <translation>{path} tem uma geotransformação que não pode ser invertida.</translation>
    </message>
    <message>
        <source>{path} has a geotransform that puts neighbouring pixels in the same place.</source>
        <translation>{path} tem uma geotransformação em que pixels vizinhos ficam no mesmo lugar.</translation>
    </message>
    <message>
        <source>{path} has a geotransform with pixels too large to be measured.</source>
        <translation>{path} tem uma geotransformação com pixels grandes demais para serem medidos.</translation>
    </message>
    <message>
        <source>{path} has no layer «{name}», only {names}.</source>
        <translation>{path} não tem a camada “{name}”, somente {names}.</translation>
    </message>
    <message>
        <source>{path} has no sample «{name}» any more.</source>
        <translation>{path} não tem mais a amostra “{name}”.</translation>
    </message>
    <message>
        <source>{path} holds a layer «{layer}» that is not AskMap's.</source>
        <translation>{path} contém uma camada “{layer}” que não é do AskMap.</translation>
    </message>
    <message>
        <source>{path} holds complex numbers, which are no picture.</source>
        <translation>{path} contém números complexos, que não são uma imagem.</translation>
    </message>
    <message>
        <source>{path} holds no data in this view.</source>
        <translation>{path} não contém dados nesta vista.</translation>
    </message>
    <message>
        <source>{path} holds something else than samples of AskMap.</source>
        <translation>{path} contém algo diferente de amostras do AskMap.</translation>
    </message>
    <message>
        <source>{path} holds {count} rasters and is none itself.</source>
        <translation>{path} contém {count} rasters e não é um raster em si.</translation>
    </message>
    <message>
        <source>{path} is a database; to write there would destroy it.</source>
        <translation>{path} é um banco de dados; gravar ali o destruiria.</translation>
    </message>
    <message>
        <source>{path} is a device, not a raster.</source>
        <translation>{path} é um dispositivo, não um raster.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a raster.</source>
        <translation>{path} é uma pasta, não um raster.</translation>
    </message>
    <message>
        <source>{path} is a pipe, not a raster.</source>
        <translation>{path} é um pipe, não um raster.</translation>
    </message>
    <message>
        <source>{path} is a socket, not a raster.</source>
        <translation>{path} é um socket, não um raster.</translation>
    </message>
    <message>
        <source>{path} is an empty file.</source>
        <translation>{path} é um arquivo vazio.</translation>
    </message>
    <message>
        <source>{path} is damaged: GDAL cannot read its pixels.</source>
        <translation>{path} está danificado: o GDAL não consegue ler seus pixels.</translation>
    </message>
    <message>
        <source>{path} is no vector file that can be read, or is damaged.</source>
        <translation>{path} não é um arquivo vetorial legível ou está danificado.</translation>
    </message>
    <message>
        <source>{path} is not a history of AskMap.</source>
        <translation>{path} não é um histórico do AskMap.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read.</source>
        <translation>{path} não é um raster que o GDAL consiga ler.</translation>
    </message>
    <message>
        <source>{path} is open in another program.</source>
        <translation>{path} está aberto em outro programa.</translation>
    </message>
    <message>
        <source>{path} is placed by {way}, so its pixels lie on no regular grid.</source>
        <translation>{path} é posicionado por {way}, por isso seus pixels não formam uma grade regular.</translation>
    </message>
    <message>
        <source>{path} is protected against writing.</source>
        <translation>{path} está protegido contra gravação.</translation>
    </message>
    <message>
        <source>{path} is there already and is no file.</source>
        <translation>{path} já existe e não é um arquivo.</translation>
    </message>
    <message>
        <source>{path} lies in {folder}, which is the raster itself.</source>
        <translation>{path} fica em {folder}, que é o próprio raster.</translation>
    </message>
    <message>
        <source>{path} lies in {model}, which is a model.</source>
        <translation>{path} fica em {model}, que é um modelo.</translation>
    </message>
    <message>
        <source>{path} names its coordinate system by an address, which AskMap does not fetch.</source>
        <translation>{path} cita seu sistema de coordenadas por um endereço, que o AskMap não consulta.</translation>
    </message>
    <message>
        <source>{path} needs {name}, which is there already and belongs to something else.</source>
        <translation>{path} precisa de {name}, que já existe e pertence a outra coisa.</translation>
    </message>
    <message>
        <source>{path} refers to {count} files, each of them many times.</source>
        <translation>{path} remete a {count} arquivos, a cada um muitas vezes.</translation>
    </message>
    <message>
        <source>{path} was changed by another program meanwhile.</source>
        <translation>{path} foi alterado por outro programa nesse meio-tempo.</translation>
    </message>
    <message>
        <source>{path} would be taken for a part of the raster.</source>
        <translation>{path} seria tomado por uma parte do raster.</translation>
    </message>
    <message>
        <source>{path} would overwrite {part}, which is a part of the raster.</source>
        <translation>{path} sobrescreveria {part}, que é uma parte do raster.</translation>
    </message>
    <message>
        <source>{path}, line {number}, is longer than {limit:,.0f} MB.</source>
        <translation>{path}, linha {number}, tem mais de {limit:,.0f} MB.</translation>
    </message>
    <message>
        <source>{path}, line {number}, is not UTF-8.</source>
        <translation>{path}, linha {number}, não é UTF-8.</translation>
    </message>
    <message>
        <source>{percent:.0f} % of the view is empty: the web layer has no imagery there.</source>
        <translation>{percent:.0f} % da vista estão vazios: a camada web não tem imagens ali.</translation>
    </message>
    <message>
        <source>{place} has no words.</source>
        <translation>{place} não tem palavras.</translation>
    </message>
    <message>
        <source>{place} has the name «{name}» once more.</source>
        <translation>{place} contém o nome “{name}” mais uma vez.</translation>
    </message>
    <message>
        <source>{place} has {count:,} letters, more than the {limit:,} that are read.</source>
        <translation>{place} tem {count:,} caracteres, mais que os {limit:,} que são lidos.</translation>
    </message>
    <message>
        <source>{place} is no object of this layout: it has «{key}».</source>
        <translation>{place} não é um objeto desta estrutura: contém “{key}”.</translation>
    </message>
    <message>
        <source>{place} is no sample: {error}.</source>
        <translation>{place} não é uma amostra: {error}.</translation>
    </message>
    <message>
        <source>{place} is not JSON that can be read: {error}.</source>
        <translation>{place} não é JSON legível: {error}.</translation>
    </message>
    <message>
        <source>{place} names no file.</source>
        <translation>{place} não cita nenhum arquivo.</translation>
    </message>
    <message>
        <source>{place} names «{name}», which lies outside of {folder}.</source>
        <translation>{place} cita “{name}”, que fica fora de {folder}.</translation>
    </message>
    <message>
        <source>{place} should be {count} numbers, not {value}.</source>
        <translation>{place} deveria ser {count} números, não {value}.</translation>
    </message>
    <message>
        <source>{place}: «targets» should be a list or null.</source>
        <translation>{place}: “targets” deveria ser uma lista ou null.</translation>
    </message>
    <message>
        <source>{place}: «{key}» should be {wanted}, not {value}.</source>
        <translation>{place}: “{key}” deveria ser {wanted}, não {value}.</translation>
    </message>
    <message>
        <source>{place}{line} is not JSON: {complaint} at letter {letter}.</source>
        <translation>{place}{line} não é JSON: {complaint} no caractere {letter}.</translation>
    </message>
    <message>
        <source>{what} did not fit into the memory of {device}.</source>
        <translation>{what} não coube na memória de {device}.</translation>
    </message>
    <message>
        <source>{what} needs {needed:,.1f} GB, and {free:,.1f} GB are free on {device}.</source>
        <translation>{what} precisa de {needed:,.1f} GB, e há {free:,.1f} GB livres em {device}.</translation>
    </message>
    <message>
        <source>«{name}» is no name of a model.</source>
        <translation>«{name}» não é o nome de um modelo.</translation>
    </message>
    <message>
        <source>«{split}» is no name for a split.</source>
        <translation>“{split}” não é um nome de partição.</translation>
    </message>
    <message>
        <source>«{text}» is no address of a server: {reason}.</source>
        <translation>«{text}» não é o endereço de um servidor: {reason}.</translation>
    </message>
    <message>
        <source>«{text}» is no coordinate system that GDAL knows.</source>
        <translation>“{text}” não é um sistema de coordenadas que o GDAL conheça.</translation>
    </message>
</context>
</TS>
