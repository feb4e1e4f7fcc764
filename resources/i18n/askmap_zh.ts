<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>askmap</name>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source> minutes without a question</source>
        <translation> 分钟没有提问后</translation>
    </message>
    <message>
        <source> m²</source>
        <translation> m²</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) left out</source>
        <translation><numerusform>略去 %n 列</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s): choose one that sees pictures.</source>
        <translation><numerusform>%n 个模型：请选择能看图像的。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation><numerusform>%n 个像元</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) in «{split}».</source>
        <translation><numerusform>“{split}”中有 %n 个样本。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n served model(s): use one that sees pictures.</source>
        <translation><numerusform>%n 个由服务提供的模型：请使用能看图像的。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation><numerusform>%n 个目标</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) found.</source>
        <translation><numerusform>找到 %n 个目标。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) lie outside of what the other one looked at.</source>
        <translation><numerusform>%n 个目标位于另一方所查看的范围之外。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) written to {place}.</source>
        <translation><numerusform>已将 %n 个目标写入 {place}。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n today, {seconds} s each (median).</source>
        <translation><numerusform>今天 %n 个，每个 {seconds} 秒（中位数）。</numerusform></translation>
    </message>
    <message>
        <source>&amp;Add to the map</source>
        <translation>添加到地图(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Another one of the hub…</source>
        <translation>模型库中的其他模型(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Coordinate system</source>
        <translation>坐标参考系(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Follow up</source>
        <translation>追问(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>获取(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;How it was asked</source>
        <translation>提问方式(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;If it is there</source>
        <translation>如果已存在(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keep the pictures of the latest</source>
        <translation>保留最近答案的图像(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Key of your account</source>
        <translation>您账户的密钥(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Layers go to</source>
        <translation>图层保存到(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Leave out parts below</source>
        <translation>略去小于此值的部分(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Look for served models</source>
        <translation>查找由服务提供的模型(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>问题(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Reasoner</source>
        <translation>推理模型(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Simplify by up to</source>
        <translation>简化，最多(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stretch</source>
        <translation>拉伸(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Targets</source>
        <translation>目标(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>温度(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>试用(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo the last sample</source>
        <translation>撤销上一个样本(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>0: always the likeliest word</source>
        <translation>0：始终取可能性最大的词</translation>
    </message>
    <message>
        <source>0: never</source>
        <translation>0：从不</translation>
    </message>
    <message>
        <source>1 pixel = {length} on the ground.</source>
        <translation>1 像元 = 地面 {length}。</translation>
    </message>
    <message>
        <source>16 bits (bfloat16): half the memory</source>
        <translation>16 位（bfloat16）：内存减半</translation>
    </message>
    <message>
        <source>32 bits (float32)</source>
        <translation>32 位（float32）</translation>
    </message>
    <message>
        <source>A QGIS on the computer {host} is installing the packages.</source>
        <translation>计算机 {host} 上的 QGIS 正在安装软件包。</translation>
    </message>
    <message>
        <source>A Shapefile holds no long texts, so some were cut; {file} says which.</source>
        <translation>Shapefile 无法容纳长文本，因此部分文本被截断；详见 {file}。</translation>
    </message>
    <message>
        <source>A folder of &amp;mine…</source>
        <translation>我的文件夹(&amp;M)…</translation>
    </message>
    <message>
        <source>A model that does not know what that looks like has not looked for it.</source>
        <translation>不知道目标是什么样子的模型没有寻找过它。</translation>
    </message>
    <message>
        <source>A multimodal language model on this computer reasons about the question and points, and a segmenter turns that into polygons and a mask. The question may name a function or an implication («where could a helicopter land?»). Nothing found is an answer too: no polygons, and the log says why.</source>
        <translation>本机上的多模态语言模型对问题进行推理并指出答案所在，分割模型将其转换为多边形和掩膜。问题可以涉及功能或隐含意义（“直升机可以在哪里降落？”）。未找到任何目标也是一种回答：没有多边形，日志会说明原因。</translation>
    </message>
    <message>
        <source>A new language is spoken when QGIS starts again.</source>
        <translation>新语言在 QGIS 重新启动后生效。</translation>
    </message>
    <message>
        <source>A raster holds the targets of one question.</source>
        <translation>一个栅格只能容纳一个问题的目标。</translation>
    </message>
    <message>
        <source>A reasoner that a server runs</source>
        <translation>由服务器运行的推理模型</translation>
    </message>
    <message numerus="yes">
        <source>A sample with %n target(s) was added to the data set.</source>
        <translation><numerusform>已将含有 %n 个目标的样本添加到数据集。</numerusform></translation>
    </message>
    <message>
        <source>A target has no place in the coordinate system {crs}.</source>
        <translation>某个目标在坐标系 {crs} 中没有对应位置。</translation>
    </message>
    <message>
        <source>A view has no coordinate system, so its targets have no place on earth.</source>
        <translation>某个视图没有坐标系，因此其目标在地球上没有位置。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Accept all open</source>
        <translation>接受所有待定目标</translation>
    </message>
    <message>
        <source>Accept target {number}</source>
        <translation>接受目标 {number}</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Accepted and open</source>
        <translation>已接受和待定的</translation>
    </message>
    <message>
        <source>Add a layer with imagery, then ask again.</source>
        <translation>请添加影像图层，然后再次提问。</translation>
    </message>
    <message>
        <source>Add it yourself where you trust it.</source>
        <translation>如果您信任它，请自行添加。</translation>
    </message>
    <message>
        <source>Add your network's certificate in Settings &gt; Options &gt; Authentication, then try again.</source>
        <translation>请在“设置 &gt; 选项 &gt; 身份验证”中添加您网络的证书，然后重试。</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>地址(&amp;R)</translation>
    </message>
    <message>
        <source>Added to the data set: nothing here answers. If something does, undo it and draw that.</source>
        <translation>已添加到数据集：此处没有答案。如果有，请撤销并绘制它。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All outlines together overlap by {overlap} (intersection over union).</source>
        <translation>所有轮廓总体重叠 {overlap}（交并比）。</translation>
    </message>
    <message>
        <source>All packages are installed in QGIS's profile.</source>
        <translation>所有软件包均已安装在 QGIS 的配置文件夹中。</translation>
    </message>
    <message>
        <source>All, the rejected too</source>
        <translation>全部，包括已拒绝的</translation>
    </message>
    <message>
        <source>An installation has not ended; what was fetched is kept.</source>
        <translation>有一次安装尚未完成；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>And a second one.</source>
        <translation>再选第二个点。</translation>
    </message>
    <message>
        <source>Another QGIS is installing the packages.</source>
        <translation>另一个 QGIS 正在安装软件包。</translation>
    </message>
    <message>
        <source>Another QGIS uses that history now.</source>
        <translation>另一个 QGIS 正在使用该历史记录。</translation>
    </message>
    <message>
        <source>Another question is being answered.</source>
        <translation>正在回答另一个问题。</translation>
    </message>
    <message>
        <source>Answer &amp;format</source>
        <translation>回答格式(&amp;F)</translation>
    </message>
    <message>
        <source>Answer format</source>
        <translation>回答格式</translation>
    </message>
    <message>
        <source>Answers and the history with its pictures are kept in files beside the project, or in your QGIS profile where that cannot be.</source>
        <translation>回答和历史记录及其图像保存在工程旁边的文件中；若无法如此，则保存在您的 QGIS 用户配置中。</translation>
    </message>
    <message>
        <source>Apple graphics (mps)</source>
        <translation>Apple 图形处理器 (mps)</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Area in pixels of the view</source>
        <translation>以视图像元计的面积</translation>
    </message>
    <message>
        <source>Area on the ellipsoid in square metres</source>
        <translation>椭球面上的面积（平方米）</translation>
    </message>
    <message>
        <source>Arrows, with Shift</source>
        <translation>方向键，配合 Shift</translation>
    </message>
    <message>
        <source>As last time: {what}.</source>
        <translation>与上次相同：{what}。</translation>
    </message>
    <message>
        <source>As styled</source>
        <translation>按样式显示</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>As usual instead</source>
        <translation>改用默认设置</translation>
    </message>
    <message>
        <source>As&amp;k</source>
        <translation>提问(&amp;K)</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Ask &amp;about</source>
        <translation>提问对象(&amp;A)</translation>
    </message>
    <message>
        <source>Ask a question about a raster</source>
        <translation>就栅格提问</translation>
    </message>
    <message>
        <source>Ask a&amp;gain…</source>
        <translation>再次提问(&amp;G)…</translation>
    </message>
    <message>
        <source>Ask about</source>
        <translation>提问对象</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次提问</translation>
    </message>
    <message>
        <source>Ask again to decide anew, or choose a reasoner on this computer in the options.</source>
        <translation>再次提问即可重新决定，或在选项中选择本机上的推理模型。</translation>
    </message>
    <message>
        <source>Ask again, or choose another format.</source>
        <translation>请再次提问，或选择其他格式。</translation>
    </message>
    <message>
        <source>Ask again. If it happens again, install the packages of the engine again.</source>
        <translation>请重新提问。如果再次发生，请重新安装引擎的软件包。</translation>
    </message>
    <message>
        <source>Ask for leave to write there, or choose another folder for results in AskMap's options.</source>
        <translation>请申请该处的写入权限，或在 AskMap 的选项中选择其他结果文件夹。</translation>
    </message>
    <message>
        <source>Ask for one of them, draw yourself what you see, or choose another model:</source>
        <translation>请询问其中一种，自行绘制您看到的目标，或选择其他模型：</translation>
    </message>
    <message>
        <source>Ask for something else, draw yourself what you see, or choose another model:</source>
        <translation>请询问其他内容，自行绘制您看到的目标，或选择其他模型：</translation>
    </message>
    <message>
        <source>Ask one question in AskMap's dock first, and agree there.</source>
        <translation>请先在 AskMap 面板中提一个问题，并在那里同意。</translation>
    </message>
    <message>
        <source>Ask who runs this computer to allow it, or choose a folder that already holds the packages.</source>
        <translation>请让此计算机的管理员允许，或选择一个已包含这些软件包的文件夹。</translation>
    </message>
    <message>
        <source>AskMap can install them into QGIS's profile:</source>
        <translation>AskMap 可以将它们安装到 QGIS 的配置文件夹中：</translation>
    </message>
    <message>
        <source>AskMap cannot install packages on this kind of computer ({machine}).</source>
        <translation>AskMap 无法在此类计算机上安装软件包（{machine}）。</translation>
    </message>
    <message>
        <source>AskMap does not load it itself yet. Let a program such as LM Studio serve it, then look for served models here.</source>
        <translation>AskMap 目前还不能自行加载它。请用 LM Studio 之类的程序提供它，然后在这里查找由服务提供的模型。</translation>
    </message>
    <message>
        <source>AskMap downloads nothing unasked: «Models…» gets models, checks them, and finds those here.</source>
        <translation>AskMap 不会擅自下载任何内容：“模型…”可以获取、检查模型，并找到本机已有的模型。</translation>
    </message>
    <message>
        <source>AskMap met a bug of its own.</source>
        <translation>AskMap 遇到了自身的错误。</translation>
    </message>
    <message>
        <source>AskMap report</source>
        <translation>AskMap 报告</translation>
    </message>
    <message>
        <source>AskMap version</source>
        <translation>AskMap 版本</translation>
    </message>
    <message>
        <source>AskMap was updated. What is new:</source>
        <translation>AskMap 已更新。新内容：</translation>
    </message>
    <message>
        <source>AskMap's engine needs packages that this QGIS does not have ({packages}). Install them here, or choose a folder that already holds them.</source>
        <translation>AskMap 的引擎需要此 QGIS 没有的软件包（{packages}）。请在此处安装，或选择一个已包含它们的文件夹。</translation>
    </message>
    <message>
        <source>AskMap's version</source>
        <translation>AskMap 的版本</translation>
    </message>
    <message>
        <source>AskMap: a mask to keep</source>
        <translation>AskMap：要保留的掩膜</translation>
    </message>
    <message>
        <source>AskMap: ask</source>
        <translation>AskMap：提问</translation>
    </message>
    <message>
        <source>AskMap: checking {name}</source>
        <translation>AskMap：正在检查 {name}</translation>
    </message>
    <message>
        <source>AskMap: deleting {name}</source>
        <translation>AskMap：正在删除 {name}</translation>
    </message>
    <message>
        <source>AskMap: drawing the mask</source>
        <translation>AskMap：正在绘制掩膜</translation>
    </message>
    <message>
        <source>AskMap: export</source>
        <translation>AskMap：导出</translation>
    </message>
    <message>
        <source>AskMap: fetching {name}</source>
        <translation>AskMap：正在获取 {name}</translation>
    </message>
    <message>
        <source>AskMap: freeing the memory of the models</source>
        <translation>AskMap：正在释放模型的内存</translation>
    </message>
    <message>
        <source>AskMap: go to the question</source>
        <translation>AskMap：转到问题</translation>
    </message>
    <message>
        <source>AskMap: installing the packages</source>
        <translation>AskMap：正在安装软件包</translation>
    </message>
    <message>
        <source>AskMap: loading the models</source>
        <translation>AskMap：正在加载模型</translation>
    </message>
    <message>
        <source>AskMap: looking at the database</source>
        <translation>AskMap：正在查看数据库</translation>
    </message>
    <message>
        <source>AskMap: looking at the picture</source>
        <translation>AskMap：正在查看图像</translation>
    </message>
    <message>
        <source>AskMap: looking at this computer</source>
        <translation>AskMap：正在查看本机配置</translation>
    </message>
    <message>
        <source>AskMap: looking for models</source>
        <translation>AskMap：正在查找模型</translation>
    </message>
    <message>
        <source>AskMap: models</source>
        <translation>AskMap：模型</translation>
    </message>
    <message>
        <source>AskMap: outlines to export</source>
        <translation>AskMap：要导出的轮廓</translation>
    </message>
    <message>
        <source>AskMap: pixels leave this computer</source>
        <translation>AskMap：像素将离开本机</translation>
    </message>
    <message>
        <source>AskMap: self-test</source>
        <translation>AskMap：自检</translation>
    </message>
    <message>
        <source>AskMap: stop</source>
        <translation>AskMap：停止</translation>
    </message>
    <message>
        <source>AskMap: target {number}</source>
        <translation>AskMap：目标 {number}</translation>
    </message>
    <message>
        <source>AskMap: teach on the map</source>
        <translation>AskMap：在地图上示教</translation>
    </message>
    <message>
        <source>AskMap: thin out pictures</source>
        <translation>AskMap：精简图像</translation>
    </message>
    <message>
        <source>AskMap: trying {name}</source>
        <translation>AskMap：正在试用 {name}</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>提问时间</translation>
    </message>
    <message>
        <source>Asking {server}…</source>
        <translation>正在询问 {server}…</translation>
    </message>
    <message>
        <source>At most:</source>
        <translation>最多：</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to «{layer}»</source>
        <translation>回到“{layer}”</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>Before your first question</source>
        <translation>在您第一次提问之前</translation>
    </message>
    <message>
        <source>Being answered: «{question}»</source>
        <translation>正在回答：“{question}”</translation>
    </message>
    <message>
        <source>Being answered…</source>
        <translation>正在回答…</translation>
    </message>
    <message>
        <source>Both answers are then shown side by side. A seed matters above temperature 0 only.</source>
        <translation>之后将并排显示两个回答。只有温度大于 0 时随机种子才起作用。</translation>
    </message>
    <message>
        <source>Box that the segmenter was given, in pixels of the view</source>
        <translation>提供给分割模型的框，以视图像元计</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>框</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>恢复最近删除的内容</translation>
    </message>
    <message>
        <source>Bundles of packages</source>
        <translation>离线包</translation>
    </message>
    <message>
        <source>By keyboard: arrows move a cross, + and - click there, B begins and ends a box.</source>
        <translation>使用键盘：方向键移动十字，+ 和 - 在该处点击，B 开始和结束一个框。</translation>
    </message>
    <message>
        <source>By keyboard: arrows move a cross, B begins and ends a box.</source>
        <translation>使用键盘：方向键移动十字，B 开始和结束一个框。</translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation>连接(&amp;O)</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check the network and the proxy in QGIS's options, then try again: what was fetched is kept.</source>
        <translation>请检查网络以及 QGIS 选项中的代理，然后重试：已下载的内容会保留。</translation>
    </message>
    <message>
        <source>Choose a file that the command «askmap bundle» has made, and that was copied here to its end.</source>
        <translation>请选择由命令“askmap bundle”生成、并已完整复制到此处的文件。</translation>
    </message>
    <message>
        <source>Choose a folder that already holds the packages.</source>
        <translation>请选择一个已包含软件包的文件夹。</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png.</source>
        <translation>请选择以 .png 结尾的名称。</translation>
    </message>
    <message>
        <source>Choose a reasoner such as Qwen-VL, or a segmenter such as SAM2.</source>
        <translation>请选择 Qwen-VL 之类的推理模型，或 SAM2 之类的分割模型。</translation>
    </message>
    <message>
        <source>Choose another coordinate system.</source>
        <translation>请选择其他坐标参考系。</translation>
    </message>
    <message>
        <source>Choose another file name, or remove the layer from the map first.</source>
        <translation>请选择其他文件名，或先从地图中移除该图层。</translation>
    </message>
    <message>
        <source>Choose another table, or leave these columns out.</source>
        <translation>请选择其他表，或不包括这些列。</translation>
    </message>
    <message>
        <source>Choose it again in AskMap's options; its password is the key.</source>
        <translation>请在 AskMap 的选项中重新选择；其密码就是密钥。</translation>
    </message>
    <message>
        <source>Choose models…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Choose other targets, or smaller areas to leave out.</source>
        <translation>请选择其他目标，或减小要略去的面积。</translation>
    </message>
    <message>
        <source>Choose the bundle</source>
        <translation>选择离线包</translation>
    </message>
    <message>
        <source>Choose the folder of a model: it holds config.json and *.safetensors</source>
        <translation>请选择模型的文件夹：其中有 config.json 和 *.safetensors</translation>
    </message>
    <message>
        <source>Choose the folder of the data set first.</source>
        <translation>请先选择数据集所在文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder of the data set on the page «Teach» first.</source>
        <translation>请先在“示教”页面选择数据集所在文件夹。</translation>
    </message>
    <message>
        <source>Choosing the packages</source>
        <translation>正在选择软件包</translation>
    </message>
    <message>
        <source>Cl&amp;ass</source>
        <translation>类别(&amp;A)</translation>
    </message>
    <message>
        <source>Click a point on the target, or press Space there.</source>
        <translation>单击目标上的一点，或在该处按空格键。</translation>
    </message>
    <message>
        <source>Click on the new target, or drag a box around it; Esc ends.</source>
        <translation>单击新目标，或在其周围拖出一个框；Esc 键结束。</translation>
    </message>
    <message>
        <source>Click what belongs to it, right-click what does not, or drag a box; X cuts a part off by hand, Enter accepts it.</source>
        <translation>单击属于它的部分，右键单击不属于它的部分，或拖出一个框；X 手动切除一部分，按回车键接受。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close it or wait for its answer, then try again; «askmap serve --end» ends a service.</source>
        <translation>请关闭它或等待它回答完毕，然后重试；«askmap serve --end» 可结束服务。</translation>
    </message>
    <message>
        <source>Close other programs that use its file, then open the answer again from the history.</source>
        <translation>请关闭正在使用其文件的其他程序，然后从历史记录中重新打开该回答。</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>颜色(&amp;U)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns: {count} of {all}</source>
        <translation>列：{count} / {all}</translation>
    </message>
    <message>
        <source>Comp&amp;are</source>
        <translation>比较(&amp;A)</translation>
    </message>
    <message>
        <source>Compare the answers of models that know it.</source>
        <translation>请比较认识它的模型的回答。</translation>
    </message>
    <message>
        <source>Compare two answers</source>
        <translation>比较两个回答</translation>
    </message>
    <message>
        <source>Compare two questions about the same imagery.</source>
        <translation>请比较针对同一影像的两个问题。</translation>
    </message>
    <message>
        <source>Compute o&amp;n</source>
        <translation>计算设备(&amp;N)</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Confidence that the target is right, 0 to 1, where the reasoner states one</source>
        <translation>目标正确的可信度，0 到 1（若推理模型给出）</translation>
    </message>
    <message>
        <source>Confidence {percent} %: of targets that the model was as sure of, so many were right.</source>
        <translation>可信度 {percent} %：模型有同样把握的目标中，有这么多是正确的。</translation>
    </message>
    <message>
        <source>Cop&amp;y diagnostics</source>
        <translation>复制诊断信息(&amp;Y)</translation>
    </message>
    <message>
        <source>Copied: whoever pastes it as a question asks the same.</source>
        <translation>已复制：将其粘贴为问题即可提出相同的问题。</translation>
    </message>
    <message>
        <source>Copy as preset</source>
        <translation>复制为提问预设</translation>
    </message>
    <message>
        <source>Copy it here once more, or make it anew.</source>
        <translation>请重新复制到这里，或重新生成。</translation>
    </message>
    <message>
        <source>Copy it to this computer's own disk, and choose it there.</source>
        <translation>请将其复制到本机磁盘，再从那里选择。</translation>
    </message>
    <message>
        <source>Copy the reasoning</source>
        <translation>复制推理内容</translation>
    </message>
    <message>
        <source>Cor&amp;ners</source>
        <translation>拐角(&amp;N)</translation>
    </message>
    <message>
        <source>Corners were made right ones.</source>
        <translation>拐角已直角化。</translation>
    </message>
    <message>
        <source>Correct it on the map</source>
        <translation>在地图上修正</translation>
    </message>
    <message>
        <source>Correct them in Settings &gt; Options &gt; Network, then try again.</source>
        <translation>请在“设置 &gt; 选项 &gt; 网络”中更正，然后重试。</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Cut it off by hand</source>
        <translation>手动切除</translation>
    </message>
    <message>
        <source>Cut target {number}</source>
        <translation>切除目标 {number} 的一部分</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Decide about several targets</source>
        <translation>对多个目标作出决定</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n question(s) with all that was found?</source>
        <translation><numerusform>删除 %n 个问题及其找到的所有内容？</numerusform></translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>删除模型</translation>
    </message>
    <message>
        <source>Delete {name}? {size} of the disk come free.</source>
        <translation>删除 {name}？将释放 {size} 磁盘空间。</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Drag a box around a target, or press Space at its corner.</source>
        <translation>在目标周围拖出一个框，或在其角点按空格键。</translation>
    </message>
    <message>
        <source>Drag a box around the whole target instead.</source>
        <translation>请改为在整个目标周围拖出一个框。</translation>
    </message>
    <message>
        <source>Drag a line around what is to be cut off the target; Esc ends without a cut.</source>
        <translation>围绕要从目标中切除的部分拖出一条线；Esc 键结束而不切除。</translation>
    </message>
    <message>
        <source>Drag to move, turn the wheel to zoom</source>
        <translation>拖动以移动，滚动滚轮以缩放</translation>
    </message>
    <message>
        <source>Draw a new target</source>
        <translation>绘制新目标</translation>
    </message>
    <message>
        <source>Draw target {number}</source>
        <translation>绘制目标 {number}</translation>
    </message>
    <message>
        <source>Draw the box of the next target, or press Enter to keep those that are drawn.</source>
        <translation>请绘制下一个目标的框，或按回车键保留已绘制的目标。</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Each pixel once (1)</source>
        <translation>实际像素 (1)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit by hand</source>
        <translation>手动编辑</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Enter keeps it, M begins another target, Backspace goes back, Esc drops it.</source>
        <translation>按回车键保留，M 开始另一个目标，退格键返回，Esc 键放弃。</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Everywhere in QGIS:</source>
        <translation>在 QGIS 的任何位置：</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Export it alone, as a GeoPackage.</source>
        <translation>请将其单独导出为 GeoPackage。</translation>
    </message>
    <message>
        <source>Export it as a GeoPackage, in its own coordinate system.</source>
        <translation>请将其导出为 GeoPackage，使用其自身的坐标系。</translation>
    </message>
    <message>
        <source>Export targets</source>
        <translation>导出目标</translation>
    </message>
    <message>
        <source>Export the questions one by one.</source>
        <translation>请逐个导出问题。</translation>
    </message>
    <message>
        <source>Exported to {place}.</source>
        <translation>已导出到 {place}。</translation>
    </message>
    <message numerus="yes">
        <source>Failed: the bundled models found %n target(s), and the overlap with the truth is {overlap}, less than {least}. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation><numerusform>未通过：内置模型找到 %n 个目标，与真值的重叠度为 {overlap}，低于 {least}。请重新安装 AskMap；若仍无改善，请连同复制的诊断信息一起报告。</numerusform></translation>
    </message>
    <message>
        <source>Failed: the bundled models say that they do not know what the self-test asks for. Install AskMap again; if that changes nothing, report it with the copied diagnostics.</source>
        <translation>未通过：内置模型表示不认识自检所问的内容。请重新安装 AskMap；如果没有变化，请附上复制的诊断信息进行报告。</translation>
    </message>
    <message>
        <source>Fetched by AskMap: {size}, in {folder}</source>
        <translation>AskMap 已获取：{size}，位于 {folder}</translation>
    </message>
    <message>
        <source>Fetching the installer</source>
        <translation>正在下载安装程序</translation>
    </message>
    <message>
        <source>Fetching the installer: {done} of {total} MB</source>
        <translation>正在下载安装程序：{done} / {total} MB</translation>
    </message>
    <message>
        <source>Fetching the packages</source>
        <translation>正在下载软件包</translation>
    </message>
    <message>
        <source>Fetching the packages: {done} of {total} MB</source>
        <translation>正在下载软件包：{done} / {total} MB</translation>
    </message>
    <message>
        <source>Fill &amp;holes below</source>
        <translation>填充小于此值的孔洞(&amp;H)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>格式(&amp;R)</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>数据集所在文件夹</translation>
    </message>
    <message>
        <source>Folder with the &amp;packages</source>
        <translation>软件包所在文件夹(&amp;P)</translation>
    </message>
    <message>
        <source>Folder with the packages</source>
        <translation>软件包所在文件夹</translation>
    </message>
    <message>
        <source>Follows up</source>
        <translation>追问自</translation>
    </message>
    <message>
        <source>For a computer without a network: a file that another one makes with «{command}». Take it only from those whom you trust.</source>
        <translation>用于没有网络的计算机：由另一台计算机用“{command}”生成的文件。请只使用来自可信之人的文件。</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>找到者</translation>
    </message>
    <message>
        <source>Found by both: {both}; on the left only: {left}; on the right only: {right}.</source>
        <translation>两者均找到：{both}；仅左侧：{left}；仅右侧：{right}。</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>请释放一些空间，然后重试。</translation>
    </message>
    <message>
        <source>Free some space, then try again: what was fetched is kept.</source>
        <translation>请释放一些空间，然后重试：已下载的内容会保留。</translation>
    </message>
    <message>
        <source>Free the models after</source>
        <translation>释放模型：</translation>
    </message>
    <message>
        <source>Get another model</source>
        <translation>获取其他模型</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on installing</source>
        <translation>继续安装</translation>
    </message>
    <message>
        <source>Go to the opposite corner: click, or press Space.</source>
        <translation>移到对角：单击，或按空格键。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Holes below {area} m² were filled.</source>
        <translation>小于 {area} m² 的孔洞已填充。</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>How far the installation is</source>
        <translation>安装进度</translation>
    </message>
    <message>
        <source>How it was asked</source>
        <translation>提问方式</translation>
    </message>
    <message>
        <source>How large a pixel is on the ground is unknown: the view has no coordinate system.</source>
        <translation>像元对应的地面大小未知：该视图没有坐标系。</translation>
    </message>
    <message>
        <source>How sure the segmenter is of the outline, 0 to 1</source>
        <translation>分割模型对轮廓的置信度，0 到 1</translation>
    </message>
    <message>
        <source>How the targets are sorted</source>
        <translation>目标的排序方式</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>In a process of its own, the engine cannot take QGIS along when it crashes.</source>
        <translation>在独立进程中，引擎崩溃时不会连带 QGIS 一起崩溃。</translation>
    </message>
    <message>
        <source>Install a newer QGIS, or choose a folder that already holds the packages.</source>
        <translation>请安装更新的 QGIS，或选择一个已包含软件包的文件夹。</translation>
    </message>
    <message>
        <source>Install from a bundle…</source>
        <translation>从离线包安装…</translation>
    </message>
    <message>
        <source>Install the packages</source>
        <translation>安装软件包</translation>
    </message>
    <message>
        <source>Install them again</source>
        <translation>重新安装</translation>
    </message>
    <message>
        <source>Install them again with the button in the dock, or choose a folder with others.</source>
        <translation>请用面板中的按钮重新安装，或选择另一个包含它们的文件夹。</translation>
    </message>
    <message>
        <source>Install those for the graphics card</source>
        <translation>安装适用于显卡的软件包</translation>
    </message>
    <message>
        <source>Installing the packages</source>
        <translation>正在安装软件包</translation>
    </message>
    <message>
        <source>It can go on in the background. If it stops, what has come is kept for the next time.</source>
        <translation>可以在后台继续。如果停止，已获取的部分会保留到下次。</translation>
    </message>
    <message>
        <source>It has no models yet: load one there that sees pictures.</source>
        <translation>它还没有模型：请在那里加载一个能看图像的模型。</translation>
    </message>
    <message>
        <source>It is served at {address}.</source>
        <translation>它由 {address} 提供。</translation>
    </message>
    <message>
        <source>It is used where it lies, never copied; to delete it, delete it there.</source>
        <translation>直接在原处使用，从不复制；要删除请在原处删除。</translation>
    </message>
    <message>
        <source>It lies in {folder}.</source>
        <translation>它位于 {folder}。</translation>
    </message>
    <message>
        <source>It lies on the pixels of the view, in their own coordinate system.</source>
        <translation>它位于视图的像元上，使用这些像元自身的坐标系。</translation>
    </message>
    <message>
        <source>It needs about {needed} of main memory without a graphics card; this computer has {has}.</source>
        <translation>没有显卡时它大约需要 {needed} 内存；本机有 {has}。</translation>
    </message>
    <message>
        <source>It needs about {needed} on a graphics card; the one here has {graphics}.</source>
        <translation>在显卡上它大约需要 {needed}；本机显卡有 {graphics}。</translation>
    </message>
    <message>
        <source>It shows {source}.</source>
        <translation>它显示的是 {source}。</translation>
    </message>
    <message>
        <source>Its files have changed since: check it, or delete it and get it again.</source>
        <translation>其文件此后有变化：请检查，或删除后重新获取。</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>它的密钥</translation>
    </message>
    <message>
        <source>Its model</source>
        <translation>它的模型</translation>
    </message>
    <message>
        <source>Its name at the hub, such as owner/name:</source>
        <translation>它在模型库中的名称，例如 owner/name：</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>JSON 文档</translation>
    </message>
    <message>
        <source>JSON document, as text</source>
        <translation>JSON 文档（文本）</translation>
    </message>
    <message>
        <source>Keep the segmenter's mas&amp;k in the sample</source>
        <translation>在样本中保留分割模型的掩膜(&amp;K)</translation>
    </message>
    <message>
        <source>Kept, though this question was taught on this picture before: one sample should hold all targets.</source>
        <translation>已保留，但此问题之前已在此图像上示教过：一个样本应包含所有目标。</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>已保留。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys on the map</source>
        <translation>地图上的按键</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Language model that pointed at the target</source>
        <translation>指出目标的语言模型</translation>
    </message>
    <message>
        <source>Language of As&amp;kMap</source>
        <translation>AskMap 的语言(&amp;K)</translation>
    </message>
    <message>
        <source>Language of ans&amp;wers</source>
        <translation>回答的语言(&amp;W)</translation>
    </message>
    <message>
        <source>Language of the answer</source>
        <translation>回答语言</translation>
    </message>
    <message>
        <source>Last samples</source>
        <translation>最近的样本</translation>
    </message>
    <message>
        <source>Layers are written to {folder}. The history with its pictures is kept beside the project, or in your QGIS profile where that cannot be.</source>
        <translation>图层写入 {folder}。历史记录及其图像保存在工程旁边；若无法如此，则保存在您的 QGIS 用户配置中。</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>保留待定</translation>
    </message>
    <message>
        <source>Leave out &amp;rejected targets</source>
        <translation>不含已拒绝的目标(&amp;R)</translation>
    </message>
    <message>
        <source>Leave target {number} open</source>
        <translation>将目标 {number} 保留为待定</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licence: {licence}. Read the model's own page before you use it.</source>
        <translation>许可证：{licence}。使用前请阅读该模型的页面。</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Loading the models, only once: {percent} %</source>
        <translation>正在加载模型，仅此一次：{percent} %</translation>
    </message>
    <message>
        <source>Loading {load} s, reasoning {reason} s, masks {segment} s, on {device}.</source>
        <translation>加载 {load} 秒，推理 {reason} 秒，掩膜 {segment} 秒，设备 {device}。</translation>
    </message>
    <message>
        <source>Loads it, and asks it the bundled questions about real pictures</source>
        <translation>加载它，并向它提出关于真实影像的内置问题</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>查找它的模型</translation>
    </message>
    <message>
        <source>Look whether the server runs and whether you may write there.</source>
        <translation>请检查服务器是否在运行，以及您是否有写入权限。</translation>
    </message>
    <message>
        <source>Look whether you may write there, or choose another table.</source>
        <translation>请检查您是否有写入权限，或选择其他表。</translation>
    </message>
    <message>
        <source>Looking at the map</source>
        <translation>正在查看地图</translation>
    </message>
    <message>
        <source>Looking for programs on this computer that serve models…</source>
        <translation>正在查找本机上提供模型的程序…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>模型(&amp;O)…</translation>
    </message>
    <message>
        <source>Make QGIS's profile writable, or choose a folder that already holds the packages.</source>
        <translation>请使 QGIS 的配置文件夹可写，或选择一个已包含软件包的文件夹。</translation>
    </message>
    <message>
        <source>Make a training sample of what was accepted</source>
        <translation>用已接受的目标生成训练样本</translation>
    </message>
    <message>
        <source>Make it in the Browser panel, under PostgreSQL.</source>
        <translation>请在“浏览器”面板的 PostgreSQL 下创建它。</translation>
    </message>
    <message>
        <source>Make one on a computer with a network: {command}</source>
        <translation>请在有网络的计算机上生成：{command}</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>可以留空</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Model that outlined the target</source>
        <translation>勾绘目标轮廓的模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card (cuda)</source>
        <translation>NVIDIA 或 AMD 显卡 (cuda)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Native pixels</source>
        <translation>原始像元</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>No part of the layer «{layer}» lies there.</source>
        <translation>图层“{layer}”没有任何部分位于该处。</translation>
    </message>
    <message>
        <source>No program can be run in {place}: {reason}.</source>
        <translation>无法在 {place} 中运行程序：{reason}。</translation>
    </message>
    <message>
        <source>No program on this computer serves models. Type the address of another one in the options.</source>
        <translation>本机没有提供模型的程序。请在选项中输入其他计算机的地址。</translation>
    </message>
    <message>
        <source>No raster is open yet.</source>
        <translation>尚未打开任何栅格。</translation>
    </message>
    <message>
        <source>No target is accepted or open.</source>
        <translation>没有已接受或待定的目标。</translation>
    </message>
    <message>
        <source>No target is accepted yet.</source>
        <translation>尚未接受任何目标。</translation>
    </message>
    <message>
        <source>No targets. Draw one where you see one.</source>
        <translation>没有目标。请在您看到目标的地方绘制一个。</translation>
    </message>
    <message>
        <source>None of the chosen targets is left to export.</source>
        <translation>所选目标中没有可导出的。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on target {number}</source>
        <translation>目标 {number} 的备注</translation>
    </message>
    <message>
        <source>Nothin&amp;g here answers the question</source>
        <translation>此处没有问题的答案(&amp;G)</translation>
    </message>
    <message>
        <source>Nothing found. In the model's words: «{words}»</source>
        <translation>未找到任何内容。模型的原话：“{words}”</translation>
    </message>
    <message>
        <source>Nothing found; the model gave no reason.</source>
        <translation>没有找到；模型没有给出理由。</translation>
    </message>
    <message>
        <source>Nothing in the history has these words.</source>
        <translation>历史记录中没有包含这些词语的内容。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer unless you export it yourself, and AskMap downloads nothing. Layers from the web are fetched by QGIS, as always.</source>
        <translation>除非您自己导出，否则任何内容都不会离开此计算机，AskMap 也不下载任何内容。网络图层照常由 QGIS 获取。</translation>
    </message>
    <message>
        <source>Nothing of the target lies in that line. Press X to cut again.</source>
        <translation>该线内没有目标的任何部分。按 X 再次切除。</translation>
    </message>
    <message>
        <source>Nothing was asked in this project yet.</source>
        <translation>此工程中尚未提过问题。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>未找到任何目标。</translation>
    </message>
    <message>
        <source>Nothing was sent to {server}.</source>
        <translation>没有向 {server} 发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing was sent to {server}: nobody has agreed to it yet.</source>
        <translation>没有向 {server} 发送任何内容：还没有人同意。</translation>
    </message>
    <message>
        <source>Nothing would be left of the target: remove it with Delete instead.</source>
        <translation>目标将什么都不剩：请改用 Delete 键移除它。</translation>
    </message>
    <message>
        <source>Now about «{layer}».</source>
        <translation>现在询问的是“{layer}”。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Number of the target in its question</source>
        <translation>目标在其问题中的编号</translation>
    </message>
    <message>
        <source>Only one of the two was asked about imagery with a coordinate system.</source>
        <translation>两个问题中只有一个针对具有坐标系的影像。</translation>
    </message>
    <message>
        <source>Only torch with CUDA can be had here: {needed} MB to fetch instead of {planned} MB.</source>
        <translation>这里只能获得带 CUDA 的 torch：需下载 {needed} MB，而不是 {planned} MB。</translation>
    </message>
    <message>
        <source>Only what is accepted</source>
        <translation>仅显示已接受的</translation>
    </message>
    <message>
        <source>Only what is needed</source>
        <translation>仅必需的</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>打开(&amp;N)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Open its &amp;folder</source>
        <translation>打开其文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Open its &amp;page</source>
        <translation>打开其页面(&amp;P)</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Options of AskMap</source>
        <translation>AskMap 的选项</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>溯源</translation>
    </message>
    <message>
        <source>Other versions are needed now; only what changed is fetched.</source>
        <translation>现在需要其他版本；只下载有变化的部分。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Outcome of the self-test</source>
        <translation>自检结果</translation>
    </message>
    <message>
        <source>Outline by</source>
        <translation>轮廓来源</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>Outlines only</source>
        <translation>仅显示轮廓</translation>
    </message>
    <message>
        <source>Outlines were simplified by up to {distance} m.</source>
        <translation>轮廓已简化，最大偏差 {distance} m。</translation>
    </message>
    <message>
        <source>Outlines were smoothed.</source>
        <translation>轮廓已平滑。</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Packages of the engine</source>
        <translation>引擎的软件包</translation>
    </message>
    <message>
        <source>Part of the raster</source>
        <translation>栅格的一部分</translation>
    </message>
    <message>
        <source>Parts below {area} m² were left out.</source>
        <translation>小于 {area} m² 的部分已略去。</translation>
    </message>
    <message numerus="yes">
        <source>Passed: found %n target(s), overlap with the truth {overlap}.</source>
        <translation><numerusform>通过：找到 %n 个目标，与真值的重叠度为 {overlap}。</numerusform></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Picture: {name}, {width} × {height} pixels.</source>
        <translation>图像：{name}，{width} × {height} 像元。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Points beside the target that the segmenter was given, in pixels of the view</source>
        <translation>提供给分割模型的目标外的点，以视图像元计</translation>
    </message>
    <message>
        <source>Points on the target that the segmenter was given, in pixels of the view</source>
        <translation>提供给分割模型的目标上的点，以视图像元计</translation>
    </message>
    <message>
        <source>Precision of the reasoner</source>
        <translation>推理模型的精度</translation>
    </message>
    <message>
        <source>Press X to cut it off by hand.</source>
        <translation>按 X 手动切除它。</translation>
    </message>
    <message>
        <source>Press the button again to fetch them all the same.</source>
        <translation>再按一次按钮即可照样下载。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题列表</translation>
    </message>
    <message numerus="yes">
        <source>QGIS ended before a project with %n question(s) was saved.</source>
        <translation><numerusform>QGIS 在保存含有 %n 个问题的工程之前已结束。</numerusform></translation>
    </message>
    <message>
        <source>QGIS has no connection yet: make one in its Browser panel, under PostgreSQL.</source>
        <translation>QGIS 尚无连接：请在其“浏览器”面板的 PostgreSQL 下创建一个。</translation>
    </message>
    <message>
        <source>QGIS knows no connection «{name}».</source>
        <translation>QGIS 中没有连接“{name}”。</translation>
    </message>
    <message>
        <source>QGIS's own Python could not be started: {reason}.</source>
        <translation>无法启动 QGIS 自带的 Python：{reason}。</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Question of this answer</source>
        <translation>此回答的问题</translation>
    </message>
    <message>
        <source>Questions asked before</source>
        <translation>以前提过的问题</translation>
    </message>
    <message>
        <source>Questions that the model in use understands</source>
        <translation>当前模型能理解的问题</translation>
    </message>
    <message>
        <source>Questions, reasoning, targets, verdicts and notes all stay. Without its picture an answer has no previews and no «What the model saw», and its targets cannot be corrected by clicks any more.</source>
        <translation>问题、推理、目标、判定和备注全部保留。没有图像的答案没有预览，也没有“模型所见”，其目标也不能再通过单击来修正。</translation>
    </message>
    <message>
        <source>R&amp;eplace</source>
        <translation>替换(&amp;E)</translation>
    </message>
    <message>
        <source>R&amp;un the self-test</source>
        <translation>运行自检(&amp;U)</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>栅格</translation>
    </message>
    <message>
        <source>Raster or layers that the question was about</source>
        <translation>问题所针对的栅格或图层</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>原始文本</translation>
    </message>
    <message>
        <source>Reading the bundle: {done} of {total} MB</source>
        <translation>正在读取离线包：{done} / {total} MB</translation>
    </message>
    <message>
        <source>Reading the pixels</source>
        <translation>正在读取像元</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Reasoner</source>
        <translation>推理模型</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Recommended by its size alone, because it fits: nothing was tried here yet.</source>
        <translation>仅按大小推荐，因为内存足够：这里还没有试用过任何模型。</translation>
    </message>
    <message>
        <source>Recommended by its size alone: what was tried here was too slow, or never right.</source>
        <translation>仅按大小推荐：在这里试用过的模型太慢，或从未答对。</translation>
    </message>
    <message>
        <source>Recommended: of the pairs tried on this computer ({tried}), the one that was most often right in less than {seconds} s, and of equals the quickest.</source>
        <translation>推荐：在本机试用过的模型对（{tried}）中，在 {seconds} 秒内答对最多的一对；并列时取最快的。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Refine target {number}</source>
        <translation>细化目标 {number}</translation>
    </message>
    <message>
        <source>Reinstall QGIS with its Python, then try again.</source>
        <translation>请连同 Python 一起重新安装 QGIS，然后重试。</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Reject target {number}</source>
        <translation>拒绝目标 {number}</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove &amp;for good</source>
        <translation>永久移除(&amp;F)</translation>
    </message>
    <message>
        <source>Remove target {number}</source>
        <translation>移除目标 {number}</translation>
    </message>
    <message>
        <source>Remove the packages</source>
        <translation>移除软件包</translation>
    </message>
    <message>
        <source>Remove this sample</source>
        <translation>移除此样本</translation>
    </message>
    <message>
        <source>Remove what was asked there, with all verdicts? It cannot be brought back.</source>
        <translation>移除在那里提出的问题及所有判定？此操作无法恢复。</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>报告(&amp;T)…</translation>
    </message>
    <message>
        <source>Restart QGIS, then try again.</source>
        <translation>请重新启动 QGIS，然后重试。</translation>
    </message>
    <message>
        <source>Restore the &amp;default keys</source>
        <translation>恢复默认按键(&amp;D)</translation>
    </message>
    <message>
        <source>Results and languages</source>
        <translation>结果与语言</translation>
    </message>
    <message>
        <source>Revision {revision} of the hub.</source>
        <translation>模型库的修订版 {revision}。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Right angles, for buildings</source>
        <translation>直角，用于建筑物</translation>
    </message>
    <message>
        <source>Runs in QGIS, as the options say.</source>
        <translation>按照选项的设置，在 QGIS 中运行。</translation>
    </message>
    <message>
        <source>Runs in QGIS, where the engine's packages work.</source>
        <translation>在 QGIS 中运行，引擎的软件包可在其中正常工作。</translation>
    </message>
    <message>
        <source>Runs in a process of its own, as the options say.</source>
        <translation>按照选项的设置，在独立进程中运行。</translation>
    </message>
    <message>
        <source>Runs in a process of its own, because its packages failed beside QGIS's libraries.</source>
        <translation>在独立进程中运行，因为其软件包无法与 QGIS 的库共存。</translation>
    </message>
    <message>
        <source>Runs in the service that the shell uses, too.</source>
        <translation>在命令行也使用的服务中运行。</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>随机种子(&amp;E)</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>开始(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;top teaching</source>
        <translation>停止示教(&amp;T)</translation>
    </message>
    <message>
        <source>SHA-256 of its weights</source>
        <translation>其权重的 SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the reasoner's weights</source>
        <translation>推理模型权重的 SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the segmenter's weights</source>
        <translation>分割模型权重的 SHA-256</translation>
    </message>
    <message>
        <source>Save it as a GeoTIFF first, or ask in AskMap's dock, which can look at any layer.</source>
        <translation>请先将其另存为 GeoTIFF，或在 AskMap 面板中提问，面板可以查看任何图层。</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图像</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图像…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Say what works here</source>
        <translation>检查本机可用状态</translation>
    </message>
    <message>
        <source>Sche&amp;ma</source>
        <translation>模式(&amp;M)</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>随机种子(&amp;E)</translation>
    </message>
    <message>
        <source>Se&amp;gmenter</source>
        <translation>分割模型(&amp;G)</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史记录</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the answer's randomness</source>
        <translation>回答随机性的种子</translation>
    </message>
    <message>
        <source>Segmenter</source>
        <translation>分割模型</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send what the map shows to {server}?</source>
        <translation>要把地图上显示的内容发送到 {server} 吗？</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Shaping the outlines</source>
        <translation>正在修整轮廓</translation>
    </message>
    <message>
        <source>Sho&amp;w on the map</source>
        <translation>在地图上显示(&amp;W)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show its edge on the map</source>
        <translation>在地图上显示其边缘</translation>
    </message>
    <message>
        <source>Show the &amp;introduction again</source>
        <translation>再次显示介绍(&amp;I)</translation>
    </message>
    <message>
        <source>Show the differences on the &amp;map</source>
        <translation>在地图上显示差异(&amp;M)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Some files in {place} are in use.</source>
        <translation>{place} 中的一些文件正在使用。</translation>
    </message>
    <message>
        <source>Some models are given only to those who have agreed to their terms: do so on the model's page with an account, make a key there that may read, and choose it here. QGIS keeps it encrypted.</source>
        <translation>有些模型只提供给同意其条款的人：请用账户在模型页面上同意，在那里创建一个只读密钥，然后在这里选择它。QGIS 会加密保存。</translation>
    </message>
    <message>
        <source>Something is drawn: keep it with Enter, or drop it with Esc.</source>
        <translation>已有绘制内容：按回车键保留，或按 Esc 键放弃。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Spl&amp;it</source>
        <translation>划分(&amp;I)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>停止(&amp;P)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止；未写入任何内容。</translation>
    </message>
    <message>
        <source>Stopped; what was fetched is kept.</source>
        <translation>已停止；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>表(&amp;B)</translation>
    </message>
    <message>
        <source>Ta&amp;ke over</source>
        <translation>接管(&amp;K)</translation>
    </message>
    <message numerus="yes">
        <source>Ta&amp;ke the %n open one(s)</source>
        <translation><numerusform>采用 %n 个待定目标(&amp;K)</numerusform></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Take back a step on target {number}</source>
        <translation>撤回目标 {number} 的一步</translation>
    </message>
    <message>
        <source>Take it «As styled»</source>
        <translation>改为“按样式显示”</translation>
    </message>
    <message>
        <source>Take its settings</source>
        <translation>采用其设置</translation>
    </message>
    <message>
        <source>Take o&amp;ut</source>
        <translation>移除(&amp;U)</translation>
    </message>
    <message>
        <source>Target {number}</source>
        <translation>目标 {number}</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Targets found: {count}</source>
        <translation>找到的目标：{count}</translation>
    </message>
    <message numerus="yes">
        <source>Targets of %n question(s)</source>
        <translation><numerusform>%n 个问题的目标</numerusform></translation>
    </message>
    <message>
        <source>Taught on: {what}, as chosen on the page «Ask».</source>
        <translation>教学所用：{what}，按“提问”页的选择。</translation>
    </message>
    <message>
        <source>Te&amp;mperature</source>
        <translation>温度(&amp;M)</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>示教</translation>
    </message>
    <message>
        <source>Teach o&amp;n the map</source>
        <translation>在地图上示教(&amp;N)</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Testing the installation</source>
        <translation>正在测试安装</translation>
    </message>
    <message>
        <source>That is so already: the outline of target {number} stays.</source>
        <translation>已经如此：目标 {number} 的轮廓保持不变。</translation>
    </message>
    <message>
        <source>That takes {time} where 50 Mbit arrive a second.</source>
        <translation>网速为每秒 50 兆比特时，需要{time}。</translation>
    </message>
    <message>
        <source>That takes {time}, as fast as the last download here.</source>
        <translation>按此处上次下载的速度，需要{time}。</translation>
    </message>
    <message>
        <source>The &amp;same picture</source>
        <translation>同一张图像(&amp;S)</translation>
    </message>
    <message>
        <source>The answer goes into {file}…</source>
        <translation>正在将回答写入 {file}…</translation>
    </message>
    <message>
        <source>The answer is kept in {path}.</source>
        <translation>回答保存在 {path}。</translation>
    </message>
    <message>
        <source>The box is too small, or lies outside of the view: draw it around a target.</source>
        <translation>框太小，或位于视图之外：请将其画在目标周围。</translation>
    </message>
    <message>
        <source>The bundle has no numpy that fits that of this QGIS, {numpy}.</source>
        <translation>该离线包中没有与此 QGIS 的 numpy {numpy} 相配的版本。</translation>
    </message>
    <message>
        <source>The bundle is for {theirs}, and this QGIS is {ours}.</source>
        <translation>该离线包适用于 {theirs}，而此 QGIS 是 {ours}。</translation>
    </message>
    <message>
        <source>The bundle was made by AskMap {version}, and other packages are needed now.</source>
        <translation>该离线包由 AskMap {version} 生成，而现在需要其他软件包。</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted: {reason}.</source>
        <translation>服务器的证书不受信任：{reason}。</translation>
    </message>
    <message>
        <source>The database «{name}» says: {words}</source>
        <translation>数据库“{name}”返回：{words}</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard: paste them into a report of a problem.</source>
        <translation>诊断信息已复制到剪贴板：请将其粘贴到问题报告中。</translation>
    </message>
    <message>
        <source>The disk became full while the packages were installed.</source>
        <translation>安装软件包时磁盘已满。</translation>
    </message>
    <message>
        <source>The drawing of the mask was stopped.</source>
        <translation>掩膜的绘制已停止。</translation>
    </message>
    <message>
        <source>The engine needs Python 3.10 or newer, and this QGIS has an older one: install a newer QGIS.</source>
        <translation>引擎需要 Python 3.10 或更高版本，而此 QGIS 的版本较旧：请安装更新的 QGIS。</translation>
    </message>
    <message>
        <source>The engine's packages did not load in time.</source>
        <translation>引擎的软件包未能及时加载。</translation>
    </message>
    <message>
        <source>The engine's packages do not work with this QGIS: {reason}.</source>
        <translation>引擎的软件包无法在此 QGIS 中使用：{reason}。</translation>
    </message>
    <message>
        <source>The file of «{name}» cannot be written; the history holds your decision.</source>
        <translation>无法写入“{name}”的文件；历史记录中保留了您的决定。</translation>
    </message>
    <message>
        <source>The files of the answers stay where they are: {fault}.</source>
        <translation>回答的文件保留在原处：{fault}。</translation>
    </message>
    <message>
        <source>The history is kept in {place} again.</source>
        <translation>历史记录重新保存在 {place}。</translation>
    </message>
    <message>
        <source>The history is made smaller…</source>
        <translation>正在缩小历史记录…</translation>
    </message>
    <message>
        <source>The history takes {size}.</source>
        <translation>历史记录占用 {size}。</translation>
    </message>
    <message>
        <source>The hub that models come from</source>
        <translation>提供模型的模型库</translation>
    </message>
    <message>
        <source>The introduction is shown in the dock again.</source>
        <translation>介绍已再次显示在面板中。</translation>
    </message>
    <message>
        <source>The last one, {time}: {question}</source>
        <translation>最后一个，{time}：{question}</translation>
    </message>
    <message>
        <source>The last sample is out of the data set again.</source>
        <translation>最后一个样本已从数据集中撤出。</translation>
    </message>
    <message>
        <source>The layer {table} of {file} cannot be read back.</source>
        <translation>无法重新读取 {file} 的图层 {table}。</translation>
    </message>
    <message>
        <source>The layer «{name}» could not be changed; the history holds your decision.</source>
        <translation>无法修改图层“{name}”；历史记录中保留了您的决定。</translation>
    </message>
    <message>
        <source>The layers of «{question}» stay on the map: one of them is being edited.</source>
        <translation>“{question}”的图层留在地图上：其中一个正在编辑。</translation>
    </message>
    <message>
        <source>The map as I see it</source>
        <translation>我所看到的地图</translation>
    </message>
    <message>
        <source>The map shows nothing.</source>
        <translation>地图上没有显示任何内容。</translation>
    </message>
    <message>
        <source>The map shows only accepted targets.</source>
        <translation>地图仅显示已接受的目标。</translation>
    </message>
    <message>
        <source>The model answered without giving its reasoning.</source>
        <translation>模型未给出推理就作出了回答。</translation>
    </message>
    <message>
        <source>The model does not know what that looks like.</source>
        <translation>模型不知道它是什么样子。</translation>
    </message>
    <message>
        <source>The model does not know what that looks like: no polygons, whether it is there or not.</source>
        <translation>模型不知道它是什么样子：无论它是否存在，都没有多边形。</translation>
    </message>
    <message>
        <source>The model has not answered yet.</source>
        <translation>模型尚未回答。</translation>
    </message>
    <message>
        <source>The model saw {seen} pixels of a view of {view}.</source>
        <translation>模型看到了 {view} 视图中的 {seen} 像元。</translation>
    </message>
    <message numerus="yes">
        <source>The model sees 1 of every %n pixel(s) of this view.</source>
        <translation><numerusform>模型只看到此视图中每 %n 个像元里的 1 个。</numerusform></translation>
    </message>
    <message>
        <source>The models are being loaded. Enter keeps the sample; its mask follows.</source>
        <translation>正在加载模型。按回车键保留样本；其掩膜随后生成。</translation>
    </message>
    <message numerus="yes">
        <source>The models were freed after %n minute(s) without a question; the next one loads them again.</source>
        <translation><numerusform>%n 分钟没有提问，模型已被释放；下一个问题会重新加载它们。</numerusform></translation>
    </message>
    <message>
        <source>The models work, but found nothing in the generated landscape. A model for real imagery may well do so: ask it about imagery that it knows.</source>
        <translation>模型可以工作，但在生成的景观中没有找到任何目标。针对真实影像的模型可能会如此：请就它所熟悉的影像提问。</translation>
    </message>
    <message>
        <source>The models work, but the reasoner does not know what the self-test asks for. Ask it about things that it knows.</source>
        <translation>模型可以运行，但推理模型不认识自检所问的内容。请询问它认识的事物。</translation>
    </message>
    <message>
        <source>The packages are installed, but do not load: {reason}.</source>
        <translation>软件包已安装，但无法加载：{reason}。</translation>
    </message>
    <message>
        <source>The packages are installed.</source>
        <translation>软件包已安装。</translation>
    </message>
    <message>
        <source>The packages are installed; QGIS uses them when it starts again.</source>
        <translation>软件包已安装；QGIS 重新启动后将使用它们。</translation>
    </message>
    <message>
        <source>The packages are removed.</source>
        <translation>软件包已移除。</translation>
    </message>
    <message>
        <source>The packages cannot be had for this QGIS: {reason}.</source>
        <translation>没有适用于此 QGIS 的软件包：{reason}。</translation>
    </message>
    <message>
        <source>The packages could not be fetched: {reason}.</source>
        <translation>无法下载软件包：{reason}。</translation>
    </message>
    <message>
        <source>The packages could not be installed: {reason}.</source>
        <translation>无法安装软件包：{reason}。</translation>
    </message>
    <message>
        <source>The packages in {place} are in use by {programs}.</source>
        <translation>{place} 中的软件包正被 {programs} 使用。</translation>
    </message>
    <message>
        <source>The packages need {needed} MB of disk, and {free} MB are free.</source>
        <translation>软件包需要 {needed} MB 磁盘空间，而可用空间为 {free} MB。</translation>
    </message>
    <message>
        <source>The packages that QGIS has are in use. AskMap can install its own into QGIS's profile:</source>
        <translation>正在使用 QGIS 已有的软件包。AskMap 可以将自己的软件包安装到 QGIS 的配置文件夹中：</translation>
    </message>
    <message>
        <source>The picture cannot be written to {path}.</source>
        <translation>无法将图像写入 {path}。</translation>
    </message>
    <message>
        <source>The picture of this answer is not in the history.</source>
        <translation>历史记录中没有该回答的图像。</translation>
    </message>
    <message>
        <source>The picture was not kept with this answer.</source>
        <translation>该回答未保存图像。</translation>
    </message>
    <message>
        <source>The pictures lie beside it: {names}.</source>
        <translation>图像位于其旁边：{names}。</translation>
    </message>
    <message numerus="yes">
        <source>The pictures of %n answer(s) are taken out: {size}.</source>
        <translation><numerusform>将移除 %n 个答案的图像：{size}。</numerusform></translation>
    </message>
    <message>
        <source>The pixels of «{question}» were not kept, so there is no picture to write.</source>
        <translation>“{question}”的像元未保存，因此没有图像可写入。</translation>
    </message>
    <message>
        <source>The point lies outside of its box: put both points on the target.</source>
        <translation>该点位于其框之外：请将两个点都放在目标上。</translation>
    </message>
    <message>
        <source>The preset asks with settings that this QGIS does not have.</source>
        <translation>此预设使用的设置在当前 QGIS 中不可用。</translation>
    </message>
    <message>
        <source>The preset was asked with other settings: {settings}.</source>
        <translation>此预设提问时使用了其他设置：{settings}。</translation>
    </message>
    <message>
        <source>The proxy wants another name or password.</source>
        <translation>代理要求其他用户名或密码。</translation>
    </message>
    <message>
        <source>The question is about the answer below: «only the ones near the river»</source>
        <translation>该问题针对下方的回答：“只要靠近河流的那些”</translation>
    </message>
    <message>
        <source>The question with its settings, as a text to share</source>
        <translation>问题及其设置，作为可分享的文本</translation>
    </message>
    <message>
        <source>The reasoner is the one that you chose: {name}. What it knows, its makers say.</source>
        <translation>推理模型是您所选的 {name}。它的能力请参见其开发者的说明。</translation>
    </message>
    <message>
        <source>The reasoner, such as a Qwen3-VL, reads the question, reasons and points; the segmenter, such as a SAM2, draws the mask of what it points at.</source>
        <translation>推理模型（例如 Qwen3-VL）阅读问题、进行推理并指出目标；分割模型（例如 SAM2）绘制所指目标的掩膜。</translation>
    </message>
    <message>
        <source>The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on a device that is chosen automatically: its graphics card if it has one that serves, else its processor.</source>
        <translation>负责指出目标的推理模型和负责绘制掩膜的分割模型在此计算机上自动选择的设备上运行：若有可用的显卡则使用显卡，否则使用处理器。</translation>
    </message>
    <message>
        <source>The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on the device «{device}».</source>
        <translation>负责指出目标的推理模型和负责绘制掩膜的分割模型在此计算机的设备“{device}”上运行。</translation>
    </message>
    <message>
        <source>The reasoning appears here.</source>
        <translation>推理内容将显示在此处。</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>报告位于 {path}。</translation>
    </message>
    <message>
        <source>The reviewer's note</source>
        <translation>审核者的备注</translation>
    </message>
    <message>
        <source>The reviewer's verdict: open, accepted or rejected</source>
        <translation>审核者的判定：open（待定）、accepted（已接受）或 rejected（已拒绝）</translation>
    </message>
    <message>
        <source>The same question with another model, wording, seed or view</source>
        <translation>用其他模型、措辞、随机种子或视图再问同一个问题</translation>
    </message>
    <message>
        <source>The sample is in the data set again.</source>
        <translation>该样本已回到数据集中。</translation>
    </message>
    <message>
        <source>The sample is out of the data set; «Undo» brings it back.</source>
        <translation>该样本已移出数据集；“撤销”可将其恢复。</translation>
    </message>
    <message>
        <source>The second point needs a place of its own on the target.</source>
        <translation>第二个点需要位于目标上的另一处。</translation>
    </message>
    <message>
        <source>The segmenter draws the mask. Enter keeps the sample with it.</source>
        <translation>分割模型正在绘制掩膜。按回车键保留带掩膜的样本。</translation>
    </message>
    <message>
        <source>The segmenter drew no mask.</source>
        <translation>分割模型未绘制出掩膜。</translation>
    </message>
    <message>
        <source>The segmenter is drawing the outline…</source>
        <translation>分割模型正在绘制轮廓…</translation>
    </message>
    <message>
        <source>The segmenter would not take that place into target {number}.</source>
        <translation>分割模型不愿将该处纳入目标 {number}。</translation>
    </message>
    <message>
        <source>The segmenter would not take that place out of target {number}.</source>
        <translation>分割模型不愿将该处移出目标 {number}。</translation>
    </message>
    <message>
        <source>The segmenter's mask and the box differ (IoU {iou}). Backspace goes back, Enter keeps it still.</source>
        <translation>分割模型的掩膜与框不一致（IoU {iou}）。按退格键返回，按回车键仍然保留。</translation>
    </message>
    <message>
        <source>The self-test asks a bundled question…</source>
        <translation>自检正在提出一个内置问题…</translation>
    </message>
    <message>
        <source>The self-test failed.</source>
        <translation>自检失败。</translation>
    </message>
    <message>
        <source>The self-test met a bug in AskMap ({name}): please report it with the copied diagnostics.</source>
        <translation>自检遇到了 AskMap 的错误（{name}）：请连同复制的诊断信息一起报告。</translation>
    </message>
    <message>
        <source>The self-test was stopped.</source>
        <translation>自检已停止。</translation>
    </message>
    <message>
        <source>The server's key cannot be read from QGIS's authentication store.</source>
        <translation>无法从 QGIS 的认证存储中读取服务器密钥。</translation>
    </message>
    <message>
        <source>The small models that come with AskMap know some forty kinds of things in aerial imagery, and say so when they do not know what you ask for. For other things and other imagery, choose models of your own.</source>
        <translation>AskMap 附带的小模型认识航空影像中约四十种事物，不认识您所问的内容时会如实说明。对于其他事物和其他影像，请选择您自己的模型。</translation>
    </message>
    <message>
        <source>The stretch is for a file's own pixels of more than 8 bits.</source>
        <translation>拉伸适用于文件自身超过 8 位的像元。</translation>
    </message>
    <message>
        <source>The style could not be kept in the database.</source>
        <translation>无法将样式保存到数据库。</translation>
    </message>
    <message>
        <source>The style of the layer draws by it.</source>
        <translation>图层样式按此列绘制。</translation>
    </message>
    <message>
        <source>The table {table} cannot be written. {details}</source>
        <translation>无法写入表 {table}。{details}</translation>
    </message>
    <message>
        <source>The table {table} lacks the columns {names}.</source>
        <translation>表 {table} 缺少列 {names}。</translation>
    </message>
    <message>
        <source>The targets below answer «{question}».</source>
        <translation>下面的目标回答的是“{question}”。</translation>
    </message>
    <message>
        <source>The targets of an answer appear here.</source>
        <translation>回答的目标将显示在此处。</translation>
    </message>
    <message>
        <source>The view has no coordinate system, so its units count as metres.</source>
        <translation>该视图没有坐标系，因此其单位按米计。</translation>
    </message>
    <message>
        <source>The whole picture (0)</source>
        <translation>整幅图像 (0)</translation>
    </message>
    <message>
        <source>Their memory is given back; the next question loads them again.</source>
        <translation>其内存会被归还；下一个问题会重新加载它们。</translation>
    </message>
    <message>
        <source>There are no targets.</source>
        <translation>没有目标。</translation>
    </message>
    <message>
        <source>There is no reasoning: the question was not answered.</source>
        <translation>没有推理：该问题未得到回答。</translation>
    </message>
    <message>
        <source>There is no such file: choose another one.</source>
        <translation>没有此文件：请选择其他文件。</translation>
    </message>
    <message>
        <source>There is no such folder: choose one that holds config.json and *.safetensors.</source>
        <translation>没有此文件夹：请选择包含 config.json 和 *.safetensors 的文件夹。</translation>
    </message>
    <message>
        <source>There is no such folder: choose one that is there.</source>
        <translation>没有此文件夹：请选择已有的文件夹。</translation>
    </message>
    <message>
        <source>There is no transformation between the coordinate systems of the two.</source>
        <translation>两者的坐标系之间没有可用的转换。</translation>
    </message>
    <message>
        <source>There is no transformation from {here} to {crs}.</source>
        <translation>没有从 {here} 到 {crs} 的转换。</translation>
    </message>
    <message>
        <source>There is nothing to see in «{source}» here.</source>
        <translation>“{source}”在此处没有可见内容。</translation>
    </message>
    <message>
        <source>These are the first {shown} of {all} characters; a copy has them all.</source>
        <translation>这里显示前 {shown} 个字符，共 {all} 个；复制时包含全部内容。</translation>
    </message>
    <message>
        <source>They run on the processor.</source>
        <translation>它们在处理器上运行。</translation>
    </message>
    <message>
        <source>Thin out pictures…</source>
        <translation>精简图像…</translation>
    </message>
    <message>
        <source>This answer is in the data set already.</source>
        <translation>该回答已在数据集中。</translation>
    </message>
    <message>
        <source>This computer has {whole} GB of main memory; {free} GB are free.</source>
        <translation>此计算机有 {whole} GB 主内存；{free} GB 可用。</translation>
    </message>
    <message>
        <source>This folder holds no model, config.json is missing: choose the one that holds it.</source>
        <translation>此文件夹不包含模型，缺少 config.json：请选择包含它的文件夹。</translation>
    </message>
    <message>
        <source>This folder holds no torch: choose the one that the packages were installed into.</source>
        <translation>此文件夹中没有 torch：请选择安装了软件包的文件夹。</translation>
    </message>
    <message>
        <source>This folder holds no weights: choose one with *.safetensors.</source>
        <translation>此文件夹不包含权重：请选择含有 *.safetensors 的文件夹。</translation>
    </message>
    <message>
        <source>This is a bug in AskMap ({name}). Please report it with the text in the Log Messages panel, tab AskMap.</source>
        <translation>这是 AskMap 的错误（{name}）。请连同“日志消息”面板中 AskMap 选项卡的文字一起报告。</translation>
    </message>
    <message>
        <source>This layer has no pixels of its own that could be read.</source>
        <translation>该图层没有可读取的自有像元。</translation>
    </message>
    <message>
        <source>This place of the map has no place in the view.</source>
        <translation>地图上的此处在视图中没有对应位置。</translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things.</source>
        <translation><numerusform>这个小模型认识 %n 类事物。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This small model knows %n kind(s) of things: {kinds}.</source>
        <translation><numerusform>这个小模型认识 %n 类事物：{kinds}。</numerusform></translation>
    </message>
    <message>
        <source>Those for the graphics card can be installed in their place:</source>
        <translation>可以改为安装适用于显卡的软件包：</translation>
    </message>
    <message>
        <source>Trained on pixels of {finest} to {coarsest} on the ground.</source>
        <translation>训练所用像元的地面大小为 {finest} 到 {coarsest}。</translation>
    </message>
    <message>
        <source>Tried here with {other}:</source>
        <translation>在这里与 {other} 一起试用：</translation>
    </message>
    <message>
        <source>Try again, or reinstall the packages.</source>
        <translation>请重试，或重新安装这些软件包。</translation>
    </message>
    <message>
        <source>Try again; everything is installed anew.</source>
        <translation>请重试；所有内容会重新安装。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, ask who runs your network.</source>
        <translation>请重试；如果再次发生，请询问您的网络管理员。</translation>
    </message>
    <message>
        <source>Try again; the file install.log in AskMap's folder of the profile says more.</source>
        <translation>请重试；配置文件夹中 AskMap 文件夹内的 install.log 有更多信息。</translation>
    </message>
    <message>
        <source>Trying out the engine's packages</source>
        <translation>正在试用引擎的软件包</translation>
    </message>
    <message>
        <source>Trying out the packages</source>
        <translation>正在试用软件包</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Update AskMap, or make a bundle with the AskMap that is installed here.</source>
        <translation>请更新 AskMap，或用此处安装的 AskMap 版本生成离线包。</translation>
    </message>
    <message>
        <source>Update the packages</source>
        <translation>更新软件包</translation>
    </message>
    <message>
        <source>Use for trai&amp;ning</source>
        <translation>用于训练(&amp;N)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>W&amp;here the engine runs</source>
        <translation>引擎运行位置(&amp;H)</translation>
    </message>
    <message>
        <source>Wait for its answer, or stop it.</source>
        <translation>请等待其回答，或停止它。</translation>
    </message>
    <message>
        <source>Wait until it has finished, then look again.</source>
        <translation>请等它完成，然后再看一次。</translation>
    </message>
    <message>
        <source>Wait until it has finished, then look again; if none works there any more, remove {file}.</source>
        <translation>请等它完成后再查看；如果那里已没有 QGIS 在工作，请删除 {file}。</translation>
    </message>
    <message>
        <source>Wait until the map is drawn, or zoom to where the layer has imagery.</source>
        <translation>请等待地图绘制完成，或缩放到该图层有影像的地方。</translation>
    </message>
    <message>
        <source>Waiting for the models</source>
        <translation>正在等待模型</translation>
    </message>
    <message>
        <source>Waiting to begin</source>
        <translation>等待开始</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Wh&amp;at the model saw…</source>
        <translation>模型所见的图像(&amp;A)…</translation>
    </message>
    <message>
        <source>What AskMap warned of</source>
        <translation>AskMap 的警告内容</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What is drawn waits: «Teach on the map» goes on with it.</source>
        <translation>已绘制的内容正在等待：“在地图上示教”会继续处理它。</translation>
    </message>
    <message>
        <source>What the &amp;map shows now</source>
        <translation>地图当前显示的内容(&amp;M)</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>模型所见的图像</translation>
    </message>
    <message>
        <source>What the model wrote, word for word</source>
        <translation>模型所写内容的原文</translation>
    </message>
    <message>
        <source>What the picture is of is chosen on the page «Ask».</source>
        <translation>图像的内容在“提问”页面选择。</translation>
    </message>
    <message>
        <source>What the reasoner calls the target</source>
        <translation>推理模型对目标的称呼</translation>
    </message>
    <message>
        <source>What the reasoner thought</source>
        <translation>推理模型的思考内容</translation>
    </message>
    <message>
        <source>What the two were asked about lies too far apart.</source>
        <translation>两个问题所针对的位置相距过远。</translation>
    </message>
    <message>
        <source>What was &amp;found</source>
        <translation>找到的内容(&amp;F)</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>所提的问题</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>When the answer was made, in UTC</source>
        <translation>回答的生成时间（UTC）</translation>
    </message>
    <message>
        <source>When you ask, AskMap reads the pixels that the map shows: those of the layer you choose, or of the map as you see it.</source>
        <translation>当您提问时，AskMap 会读取地图所显示的像元：您所选图层的像元，或您所看到的地图的像元。</translation>
    </message>
    <message>
        <source>Where could a helicopter land?</source>
        <translation>直升机可以在哪里降落？</translation>
    </message>
    <message>
        <source>Whether a question can be asked, and if not, what is missing and what to do: packages, models, device and memory. No model is loaded and no server asked, so it takes a moment.</source>
        <translation>是否可以提问；如果不能，缺少什么、该怎么办：软件包、模型、设备和内存。不加载模型，也不询问服务器，因此只需片刻。</translation>
    </message>
    <message>
        <source>Which pixels</source>
        <translation>使用哪些像元</translation>
    </message>
    <message>
        <source>Which targets are shown</source>
        <translation>显示哪些目标</translation>
    </message>
    <message>
        <source>While the cards of an answer have the focus:</source>
        <translation>当回答的卡片获得焦点时：</translation>
    </message>
    <message>
        <source>Who made the outline: model, refined, drawn or edited</source>
        <translation>轮廓的来源：model（模型）、refined（细化）、drawn（绘制）或 edited（编辑）</translation>
    </message>
    <message>
        <source>With a temperature above 0, another seed gives another answer.</source>
        <translation>温度大于 0 时，不同的种子会得到不同的回答。</translation>
    </message>
    <message>
        <source>Words of a question, a thought, a label or a note</source>
        <translation>问题、推理、标签或备注中的词语</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Write a note on it</source>
        <translation>为其写备注</translation>
    </message>
    <message>
        <source>Write it like https://hub.example, or leave the field empty.</source>
        <translation>请写成 https://hub.example 的形式，或将该字段留空。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Writing the layers</source>
        <translation>正在写入图层</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Zoom in to ask about a part.</source>
        <translation>请放大后就局部提问。</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>缩小 (-)</translation>
    </message>
    <message>
        <source>Zoom there</source>
        <translation>缩放到那里</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>缩放到此处</translation>
    </message>
    <message>
        <source>Zoom to the layer first.</source>
        <translation>请先缩放到该图层。</translation>
    </message>
    <message>
        <source>Zoom to where the view lies.</source>
        <translation>请缩放到视图所在的位置。</translation>
    </message>
    <message>
        <source>Zoom to «{layer}»</source>
        <translation>缩放到“{layer}”</translation>
    </message>
    <message>
        <source>a corner, then the other one, then two points</source>
        <translation>一个角，再是另一个角，然后两个点</translation>
    </message>
    <message>
        <source>a file's own pixels</source>
        <translation>文件自身的像元</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation><numerusform>约 %n 分钟</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation><numerusform>约 %n 秒</numerusform></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>an amount of memory that is not known</source>
        <translation>未知大小的内存</translation>
    </message>
    <message>
        <source>another QGIS, or AskMap's service</source>
        <translation>另一个 QGIS 或 AskMap 的服务</translation>
    </message>
    <message>
        <source>another target in the same sample</source>
        <translation>同一样本中的另一个目标</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>append to it</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>as QGIS</source>
        <translation>与 QGIS 相同</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>与提问相同</translation>
    </message>
    <message>
        <source>as the model's folder says</source>
        <translation>按模型文件夹的说明</translation>
    </message>
    <message>
        <source>as the question</source>
        <translation>与问题相同</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>正在获取</translation>
    </message>
    <message>
        <source>being tried</source>
        <translation>正在试用</translation>
    </message>
    <message>
        <source>beside the project</source>
        <translation>工程旁边</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>box, in the colour of its target</source>
        <translation>框，颜色与其目标相同</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>bundled, for aerial imagery</source>
        <translation>内置，适用于航空影像</translation>
    </message>
    <message>
        <source>by area</source>
        <translation>按面积</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>by score</source>
        <translation>按得分</translation>
    </message>
    <message>
        <source>by target</source>
        <translation>按目标</translation>
    </message>
    <message>
        <source>by verdict</source>
        <translation>按判定</translation>
    </message>
    <message>
        <source>changed since it was checked</source>
        <translation>自检查后有变化</translation>
    </message>
    <message>
        <source>comes with AskMap</source>
        <translation>随 AskMap 提供</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>手工绘制</translation>
    </message>
    <message>
        <source>drop what is drawn</source>
        <translation>放弃已绘制的内容</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>手工编辑</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>可以</translation>
    </message>
    <message>
        <source>for a server only</source>
        <translation>仅用于服务器</translation>
    </message>
    <message>
        <source>from 2 % to 98 % of the values</source>
        <translation>从 2 % 到 98 % 的值</translation>
    </message>
    <message>
        <source>from the lowest to the highest value</source>
        <translation>从最小值到最大值</translation>
    </message>
    <message>
        <source>here</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>here, a folder of yours</source>
        <translation>在本机，您的文件夹</translation>
    </message>
    <message>
        <source>here, in LM Studio's folder</source>
        <translation>在本机，LM Studio 的文件夹中</translation>
    </message>
    <message>
        <source>here, in the hub's cache</source>
        <translation>在本机，模型库的缓存中</translation>
    </message>
    <message>
        <source>holes below {size} m² filled</source>
        <translation>已填充小于 {size} m² 的孔洞</translation>
    </message>
    <message>
        <source>in QGIS</source>
        <translation>在 QGIS 中</translation>
    </message>
    <message>
        <source>in QGIS, or in a process of its own where that fails</source>
        <translation>在 QGIS 中，不可行时在独立进程中</translation>
    </message>
    <message>
        <source>in a process of its own</source>
        <translation>在独立进程中</translation>
    </message>
    <message>
        <source>in the profile</source>
        <translation>用户配置中</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>it crashed ({signal})</source>
        <translation>崩溃（{signal}）</translation>
    </message>
    <message>
        <source>it crashed ({signal}) in {place}</source>
        <translation>在 {place} 处崩溃（{signal}）</translation>
    </message>
    <message>
        <source>it crashed without a word</source>
        <translation>崩溃且没有任何提示</translation>
    </message>
    <message>
        <source>it draws the mask of what is pointed at.</source>
        <translation>它绘制所指对象的掩膜。</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>它没有任何说明就结束了</translation>
    </message>
    <message>
        <source>it has Python {version}</source>
        <translation>它带有 Python {version}</translation>
    </message>
    <message>
        <source>it reads the question, reasons and points.</source>
        <translation>它阅读问题、推理并指出位置。</translation>
    </message>
    <message>
        <source>keep the sample</source>
        <translation>保留样本</translation>
    </message>
    <message>
        <source>left only</source>
        <translation>仅左</translation>
    </message>
    <message>
        <source>mean ± 2 standard deviations</source>
        <translation>平均值 ± 2 倍标准差</translation>
    </message>
    <message>
        <source>move the cross, in leaps</source>
        <translation>移动十字，大步移动</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>not added to the map</source>
        <translation>不添加到地图</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>不在本机</translation>
    </message>
    <message>
        <source>not in the other view</source>
        <translation>不在另一视图中</translation>
    </message>
    <message>
        <source>not known to the model</source>
        <translation>模型不认识</translation>
    </message>
    <message>
        <source>not known whether it fits</source>
        <translation>不知是否放得下</translation>
    </message>
    <message>
        <source>not the target</source>
        <translation>非目标</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>nothing here answers the question</source>
        <translation>此处没有问题的答案</translation>
    </message>
    <message>
        <source>on the target</source>
        <translation>在目标上</translation>
    </message>
    <message>
        <source>one of the last questions</source>
        <translation>最近的某个问题</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>open and rejected targets too</source>
        <translation>也包括未定和已拒绝的目标</translation>
    </message>
    <message>
        <source>open targets too</source>
        <translation>也包括未定的目标</translation>
    </message>
    <message>
        <source>part of it is here</source>
        <translation>本机有一部分</translation>
    </message>
    <message>
        <source>parts below {size} m² left out</source>
        <translation>略去小于 {size} m² 的部分</translation>
    </message>
    <message>
        <source>processor (cpu)</source>
        <translation>处理器 (cpu)</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>right angles</source>
        <translation>直角</translation>
    </message>
    <message>
        <source>right only</source>
        <translation>仅右</translation>
    </message>
    <message>
        <source>served</source>
        <translation>由服务提供</translation>
    </message>
    <message>
        <source>simplified by up to {size} m</source>
        <translation>简化至多 {size} m</translation>
    </message>
    <message>
        <source>smooth corners</source>
        <translation>平滑的拐角</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>target with its number (colours repeat)</source>
        <translation>带编号的目标（颜色循环使用）</translation>
    </message>
    <message>
        <source>the layer as it is drawn</source>
        <translation>按绘制效果显示的图层</translation>
    </message>
    <message>
        <source>the models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the models, corrected</source>
        <translation>模型，经修正</translation>
    </message>
    <message>
        <source>this QGIS</source>
        <translation>此 QGIS</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>勉强</translation>
    </message>
    <message>
        <source>type the question; Enter goes back to the map</source>
        <translation>输入问题；按回车返回地图</translation>
    </message>
    <message>
        <source>undo the last sample</source>
        <translation>撤销上一个样本</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>what serves best</source>
        <translation>最合适的设备</translation>
    </message>
    <message>
        <source>what suits the model and the device</source>
        <translation>适合模型和设备的精度</translation>
    </message>
    <message>
        <source>what-the-model-saw.png</source>
        <translation>模型所见的图像.png</translation>
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
        <translation>{all} 个目标中的 {count} 个，已接受 {accepted} 个</translation>
    </message>
    <message>
        <source>{download} MB to fetch, {room} MB on the disk, where {free} MB are free.</source>
        <translation>需下载 {download} MB，占用磁盘 {room} MB，可用空间为 {free} MB。</translation>
    </message>
    <message>
        <source>{fault} Enter keeps the sample without a mask.</source>
        <translation>{fault} 按回车键保留不带掩膜的样本。</translation>
    </message>
    <message>
        <source>{fault} The history is kept in {place} until it can be written there again.</source>
        <translation>{fault} 在能够重新写入之前，历史记录保存在 {place}。</translation>
    </message>
    <message>
        <source>{file} cannot be read back.</source>
        <translation>无法重新读取 {file}。</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>无法写入 {file}。</translation>
    </message>
    <message>
        <source>{file} exists and will be replaced.</source>
        <translation>{file} 已存在，将被替换。</translation>
    </message>
    <message>
        <source>{file} is a layer of the map that is being edited, or that AskMap did not export.</source>
        <translation>{file} 是地图中正在编辑的图层，或不是由 AskMap 导出的图层。</translation>
    </message>
    <message>
        <source>{file} is not opened again: it can refer to other files or to the network. {hint}</source>
        <translation>{file} 未重新打开：它可能指向其他文件或网络。{hint}</translation>
    </message>
    <message>
        <source>{file} was there already and belongs to something else, so it stays as it is.</source>
        <translation>{file} 已存在且属于其他内容，因此保持不变。</translation>
    </message>
    <message>
        <source>{folder} holds a model that AskMap does not load.</source>
        <translation>{folder} 中的模型 AskMap 不能加载。</translation>
    </message>
    <message>
        <source>{folder} is in use now.</source>
        <translation>现在使用 {folder}。</translation>
    </message>
    <message>
        <source>{format} is always in WGS 84.</source>
        <translation>{format} 始终使用 WGS 84。</translation>
    </message>
    <message>
        <source>{gigabytes} GB</source>
        <translation>{gigabytes} GB</translation>
    </message>
    <message>
        <source>{here} of it have come: when you get it, that goes on from there.</source>
        <translation>已获取 {here}：再次获取时会从那里继续。</translation>
    </message>
    <message>
        <source>{key} would mean «{one}» and «{other}»: choose another key, or the old ones stay.</source>
        <translation>{key} 将同时表示“{one}”和“{other}”：请选择其他按键，否则保留原有按键。</translation>
    </message>
    <message>
        <source>{layer} (not in this project)</source>
        <translation>{layer}（不在此项目中）</translation>
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
        <translation>正在获取 {name}。</translation>
    </message>
    <message>
        <source>{name} is damaged: {files}. Delete it and get it again.</source>
        <translation>{name} 已损坏：{files}。请删除后重新获取。</translation>
    </message>
    <message>
        <source>{name} is damaged: {member} in it is not what it should be.</source>
        <translation>{name} 已损坏：其中的 {member} 与应有内容不符。</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name} 已删除。</translation>
    </message>
    <message>
        <source>{name} is deleted; {files} were put there by others, and stay.</source>
        <translation>{name} 已删除；{files} 是他人放置的，保留不动。</translation>
    </message>
    <message>
        <source>{name} is here. Press «Use» to work with it.</source>
        <translation>{name} 已就绪。按“使用”即可使用它。</translation>
    </message>
    <message>
        <source>{name} is no bundle of AskMap's packages.</source>
        <translation>{name} 不是 AskMap 的离线包。</translation>
    </message>
    <message>
        <source>{name} is not what was expected: it was damaged or changed on its way.</source>
        <translation>{name} 与预期不符：它在传输途中损坏或被更改。</translation>
    </message>
    <message>
        <source>{name} was made by a later AskMap than this one.</source>
        <translation>{name} 由比当前版本更新的 AskMap 生成。</translation>
    </message>
    <message>
        <source>{name}: all files are as the hub says.</source>
        <translation>{name}：所有文件都与模型库所述一致。</translation>
    </message>
    <message>
        <source>{name}: nobody has said what its files should be.</source>
        <translation>{name}：没有关于其文件应当如何的信息。</translation>
    </message>
    <message>
        <source>{name}: question {number} of {total}</source>
        <translation>{name}：第 {number} 个问题，共 {total} 个</translation>
    </message>
    <message>
        <source>{name}: stopped.</source>
        <translation>{name}：已停止。</translation>
    </message>
    <message>
        <source>{name}: stopped. What has come is kept, and goes on from there.</source>
        <translation>{name}：已停止。已获取的部分会保留，之后从那里继续。</translation>
    </message>
    <message>
        <source>{name}: {done} of {total}</source>
        <translation>{name}：{done} / {total}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{place} cannot be read: {reason}.</source>
        <translation>无法读取 {place}：{reason}。</translation>
    </message>
    <message>
        <source>{place} cannot be written: {reason}.</source>
        <translation>无法写入 {place}：{reason}。</translation>
    </message>
    <message>
        <source>{program} (process {number})</source>
        <translation>{program}（进程 {number}）</translation>
    </message>
    <message>
        <source>{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, loaded in {load} s, on {device}.</source>
        <translation>{asked} 个问题答对 {right} 个，每个回答 {seconds} 秒，每秒 {pieces} 段文本，加载用时 {load} 秒，设备 {device}。</translation>
    </message>
    <message>
        <source>{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, {memory} of memory at most, loaded in {load} s, on {device}.</source>
        <translation>{asked} 个问题答对 {right} 个，每个回答 {seconds} 秒，每秒 {pieces} 段文本，最多占用 {memory} 内存，加载用时 {load} 秒，设备 {device}。</translation>
    </message>
    <message>
        <source>{right} of {asked} real questions right.</source>
        <translation>真实影像问题：{asked} 个中答对 {right} 个。</translation>
    </message>
    <message>
        <source>{right} of {asked} real questions right. {left} more were not asked: they take too long here.</source>
        <translation>真实影像问题：{asked} 个中答对 {right} 个。另有 {left} 个未提问：在此计算机上耗时过长。</translation>
    </message>
    <message>
        <source>{step}, {time} left</source>
        <translation>{step}，还需{time}</translation>
    </message>
    <message>
        <source>{targets}: {accepted} accepted, {rejected} rejected, {open} open</source>
        <translation>{targets}：已接受 {accepted} 个，已拒绝 {rejected} 个，待定 {open} 个</translation>
    </message>
    <message>
        <source>{whole}, {free} of them free</source>
        <translation>{whole}，其中 {free} 空闲</translation>
    </message>
    <message>
        <source>«Undo» brings them back, until QGIS is closed or something else is deleted.</source>
        <translation>“撤销”可将其恢复，直到关闭 QGIS 或删除其他内容。</translation>
    </message>
    <message>
        <source>«{address}» is no address of a hub.</source>
        <translation>“{address}”不是模型库的地址。</translation>
    </message>
    <message numerus="yes">
        <source>«{word}»: about %n pixel(s) across in what the model sees. Zoom in to ask about it.</source>
        <translation><numerusform>“{word}”：在模型所见的图像中约宽 %n 个像元。请放大后再提问。</numerusform></translation>
    </message>
    <message>
        <source>«{word}»: smaller than a pixel in what the model sees. Zoom in to ask about it.</source>
        <translation>“{word}”：在模型所见的图像中小于一个像元。请放大后再提问。</translation>
    </message>
</context>
<context>
    <name>askmap-backend</name>
    <message>
        <source>A .pt file needs Meta's package sam2, and {name} is not installed.</source>
        <translation>.pt 文件需要 Meta 的 sam2 软件包，而 {name} 尚未安装。</translation>
    </message>
    <message>
        <source>A model of at most {billions:.1f} billion parameters would fit.</source>
        <translation>参数最多为 {billions:.1f}×10⁹ 的模型可以放得下。</translation>
    </message>
    <message>
        <source>A picture cannot be kept as PNG.</source>
        <translation>无法将图像保存为 PNG。</translation>
    </message>
    <message>
        <source>A picture that was kept as PNG is damaged.</source>
        <translation>以 PNG 保存的一张图像已损坏。</translation>
    </message>
    <message>
        <source>A raster cannot be read from the standard input.</source>
        <translation>无法从标准输入读取栅格。</translation>
    </message>
    <message>
        <source>Accept or reject all targets first.</source>
        <translation>请先接受或拒绝所有目标。</translation>
    </message>
    <message>
        <source>Agree to its terms at {page} with an account, then give a key of it.</source>
        <translation>请用账户在 {page} 同意其条款，然后提供该账户的密钥。</translation>
    </message>
    <message>
        <source>Another QGIS has changed target {number} of this answer.</source>
        <translation>另一个 QGIS 已更改该回答的目标 {number}。</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Ask about a smaller part of it, or build overviews: in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo.</source>
        <translation>请就其较小的部分提问，或创建金字塔：在 QGIS 中通过图层属性的“金字塔”，在终端中使用 gdaladdo。</translation>
    </message>
    <message>
        <source>Ask about its two sides one after the other.</source>
        <translation>请先后就其两侧分别提问。</translation>
    </message>
    <message>
        <source>Ask about one of them, such as {name}</source>
        <translation>请就其中之一提问，例如 {name}</translation>
    </message>
    <message>
        <source>Ask again in other words, or choose the answer format that the model was trained for.</source>
        <translation>请换一种说法再次提问，或选择该模型训练时所用的回答格式。</translation>
    </message>
    <message>
        <source>Ask again when that has ended.</source>
        <translation>请在其结束后再次提问。</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>请重新提问。</translation>
    </message>
    <message>
        <source>Ask again. If it happens again, install the packages of the engine again.</source>
        <translation>请重新提问。如果再次发生，请重新安装引擎的软件包。</translation>
    </message>
    <message>
        <source>Ask again: a new process starts then. If it keeps ending, choose a smaller model or a smaller view.</source>
        <translation>请重新提问：届时会启动新的进程。如果进程仍然反复结束，请选择更小的模型或更小的视图。</translation>
    </message>
    <message>
        <source>Ask again; if it happens again, see what the server says in its own program.</source>
        <translation>请再问一次；若再次发生，请查看服务器自己的程序怎么说。</translation>
    </message>
    <message>
        <source>Ask for the same in one sentence, and accept that answer.</source>
        <translation>请用一句话提出同样的问题，并接受那个回答。</translation>
    </message>
    <message>
        <source>Ask in fewer words, or choose a smaller view.</source>
        <translation>请用更少的字提问，或选择更小的视图。</translation>
    </message>
    <message>
        <source>Ask in one or two sentences what to look for.</source>
        <translation>请用一两句话说明要查找什么。</translation>
    </message>
    <message>
        <source>Ask it again.</source>
        <translation>请再次提问。</translation>
    </message>
    <message>
        <source>Ask without it.</source>
        <translation>请不使用它来提问。</translation>
    </message>
    <message>
        <source>Ask without one.</source>
        <translation>请不使用服务来提问。</translation>
    </message>
    <message>
        <source>AskMap cannot tell in which format the model in {folder} answers.</source>
        <translation>AskMap 无法判断 {folder} 中的模型以哪种格式回答。</translation>
    </message>
    <message>
        <source>AskMap draws no «{suffix}» pictures.</source>
        <translation>AskMap 不绘制“{suffix}”图像。</translation>
    </message>
    <message>
        <source>AskMap has not fetched {name}.</source>
        <translation>{name} 不是由 AskMap 下载的。</translation>
    </message>
    <message>
        <source>AskMap knows no answer format «{name}».</source>
        <translation>AskMap 不认识回答格式“{name}”。</translation>
    </message>
    <message>
        <source>AskMap writes no «{suffix}» files.</source>
        <translation>AskMap 不写入“{suffix}”文件。</translation>
    </message>
    <message>
        <source>AskMap writes no «{suffix}» reports.</source>
        <translation>AskMap 不写入“{suffix}”报告。</translation>
    </message>
    <message>
        <source>Check its address, and whether this network wants a login in a browser first.</source>
        <translation>请检查其地址，以及此网络是否要求先在浏览器中登录。</translation>
    </message>
    <message>
        <source>Check the address and the connection, or download the file first.</source>
        <translation>请检查地址和网络连接，或先下载该文件。</translation>
    </message>
    <message>
        <source>Check the address of the hub.</source>
        <translation>请检查模型库的地址。</translation>
    </message>
    <message>
        <source>Check the address: that of LM Studio, Ollama, llama.cpp and vLLM ends in /v1.</source>
        <translation>请检查地址：LM Studio、Ollama、llama.cpp 和 vLLM 的地址以 /v1 结尾。</translation>
    </message>
    <message>
        <source>Check the address; a certificate of your own has to be installed on this computer.</source>
        <translation>请检查地址；自己的证书必须安装在本机上。</translation>
    </message>
    <message>
        <source>Check the name: it is written as its owner writes it, such as owner/name.</source>
        <translation>请检查名称：应与其所有者的写法一致，例如 owner/name。</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>请检查网络，然后重试。</translation>
    </message>
    <message>
        <source>Choose a .pt file of SAM2, or a folder.</source>
        <translation>请选择 SAM2 的 .pt 文件或一个文件夹。</translation>
    </message>
    <message>
        <source>Choose a Qwen2.5-VL, Qwen3-VL or Qwen3.5 reasoner and a SAM2, SAM3 or EdgeTAM segmenter.</source>
        <translation>请选择 Qwen2.5-VL、Qwen3-VL 或 Qwen3.5 推理模型，以及 SAM2、SAM3 或 EdgeTAM 分割模型。</translation>
    </message>
    <message>
        <source>Choose a file that holds the key in its first line.</source>
        <translation>请选择第一行是密钥的文件。</translation>
    </message>
    <message>
        <source>Choose a folder that holds config.json and *.safetensors.</source>
        <translation>请选择包含 config.json 和 *.safetensors 的文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder with *.safetensors.</source>
        <translation>请选择含有 *.safetensors 的文件夹。</translation>
    </message>
    <message>
        <source>Choose a model that sees pictures and points at things, such as Qwen3-VL.</source>
        <translation>请选择能看图像并能指出事物的模型，例如 Qwen3-VL。</translation>
    </message>
    <message>
        <source>Choose a name ending in .md or .html.</source>
        <translation>请选择以 .md 或 .html 结尾的名称。</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png.</source>
        <translation>请选择以 .png 结尾的名称。</translation>
    </message>
    <message>
        <source>Choose a name that ends in {names}.</source>
        <translation>请选择以 {names} 结尾的名称。</translation>
    </message>
    <message>
        <source>Choose a repository with *.safetensors.</source>
        <translation>请选择含有 *.safetensors 的仓库。</translation>
    </message>
    <message>
        <source>Choose a smaller model, or a smaller view.</source>
        <translation>请选择更小的模型或更小的视图。</translation>
    </message>
    <message>
        <source>Choose a view inside the raster's extent.</source>
        <translation>请选择栅格范围内的视图。</translation>
    </message>
    <message>
        <source>Choose a view that shows imagery.</source>
        <translation>请选择有影像的视图。</translation>
    </message>
    <message>
        <source>Choose another entry of the history.</source>
        <translation>请选择历史记录中的其他条目。</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>请选择其他文件名。</translation>
    </message>
    <message>
        <source>Choose another folder, or another name for the split.</source>
        <translation>请选择其他文件夹，或为该子集另取名称。</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>请选择其他文件夹，或释放一些空间。</translation>
    </message>
    <message>
        <source>Choose another name, or write a GeoPackage (.gpkg) instead.</source>
        <translation>请选择其他名称，或改为写入 GeoPackage（.gpkg）。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Choose its answer format in the settings, or write it into the file askmap.json in its folder: {example} for a Qwen as published.</source>
        <translation>请在设置中选择其回答格式，或将其写入该文件夹中的 askmap.json 文件：对于官方发布的 Qwen，写 {example}。</translation>
    </message>
    <message>
        <source>Choose letters, digits, - and _.</source>
        <translation>请使用字母、数字、- 和 _。</translation>
    </message>
    <message>
        <source>Choose one of the models that it lists; the address ends in /v1.</source>
        <translation>请从它列出的模型中选择一个；地址以 /v1 结尾。</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>请从 {names} 中选择。</translation>
    </message>
    <message>
        <source>Choose smaller models, or let a server run the reasoner.</source>
        <translation>请选择更小的模型，或让服务器运行推理模型。</translation>
    </message>
    <message>
        <source>Choose the device «auto» or «cpu».</source>
        <translation>请选择设备“auto”或“cpu”。</translation>
    </message>
    <message>
        <source>Choose the model's unquantized folder, or let a server such as LM Studio run it, and give its address.</source>
        <translation>请选择该模型未量化的文件夹，或让 LM Studio 等服务器运行它，并填写其地址。</translation>
    </message>
    <message>
        <source>Choose the model's unquantized folder.</source>
        <translation>请选择该模型未量化的文件夹。</translation>
    </message>
    <message>
        <source>Choose the precision «auto» or «float32».</source>
        <translation>请选择精度“auto”或“float32”。</translation>
    </message>
    <message>
        <source>Choose the raster that the polygons were drawn on.</source>
        <translation>请选择绘制这些多边形时所用的栅格。</translation>
    </message>
    <message>
        <source>Close it there, or choose another file name.</source>
        <translation>请在那里关闭它，或选择其他文件名。</translation>
    </message>
    <message>
        <source>Copy all of it again, from where it was made.</source>
        <translation>请从生成之处重新完整复制。</translation>
    </message>
    <message>
        <source>Copy or download the model again.</source>
        <translation>请重新复制或下载该模型。</translation>
    </message>
    <message>
        <source>Correct the name and the password of the proxy, then try again.</source>
        <translation>请更正代理的用户名和密码，然后重试。</translation>
    </message>
    <message>
        <source>Delete it: what was measured is lost then, and can be measured again.</source>
        <translation>请删除它：测量结果会丢失，但可以重新测量。</translation>
    </message>
    <message>
        <source>Delete the entry, or update AskMap if a newer one wrote it.</source>
        <translation>请删除该条目；如果它由更新版本写入，请更新 AskMap。</translation>
    </message>
    <message>
        <source>Draw what answers and accept it, or ask another model.</source>
        <translation>请绘制符合问题的目标并接受它，或者询问其他模型。</translation>
    </message>
    <message>
        <source>Drawing the masks</source>
        <translation>正在绘制掩膜</translation>
    </message>
    <message>
        <source>End that one with «askmap serve --end», or ask without it.</source>
        <translation>请用 «askmap serve --end» 结束它，或不使用它来提问。</translation>
    </message>
    <message>
        <source>Enter the key that its owner gave you.</source>
        <translation>请输入其所有者给您的密钥。</translation>
    </message>
    <message>
        <source>Feature {number} of {path} has no place in the raster's coordinate system.</source>
        <translation>{path} 的要素 {number} 在栅格的坐标系中没有对应位置。</translation>
    </message>
    <message>
        <source>Feature {number} of {path} is a {kind}, not a polygon.</source>
        <translation>{path} 的要素 {number} 是 {kind}，不是多边形。</translation>
    </message>
    <message>
        <source>Fetch the model's unquantized folder: the adapter finds it.</source>
        <translation>请下载该模型未量化的文件夹：适配器会找到它。</translation>
    </message>
    <message>
        <source>Fetch {base} with `askmap models get`, or put its folder beside the adapter's.</source>
        <translation>请用 `askmap models get` 下载 {base}，或将其文件夹放在适配器文件夹旁边。</translation>
    </message>
    <message>
        <source>Free some space or close other programs that use the file, then try again.</source>
        <translation>请释放一些空间或关闭正在使用该文件的其他程序，然后重试。</translation>
    </message>
    <message>
        <source>Free some space there, and ask again.</source>
        <translation>请在那里腾出一些空间，然后重新提问。</translation>
    </message>
    <message>
        <source>Give a project's file beside which one lies, its folder, or the history's own .gpkg.</source>
        <translation>请给出旁边有历史记录的项目文件、其文件夹，或历史记录本身的 .gpkg 文件。</translation>
    </message>
    <message>
        <source>Give each output a name of its own.</source>
        <translation>请为每个输出指定各自的名称。</translation>
    </message>
    <message>
        <source>Give the bounding box in the raster's own units, without a coordinate system.</source>
        <translation>请以栅格自身的单位给出边界框，不带坐标系。</translation>
    </message>
    <message>
        <source>Give the file of one project.</source>
        <translation>请给出其中一个项目的文件。</translation>
    </message>
    <message>
        <source>Give the smaller x and y first; to cross 180 degrees, go on counting, for example to 190.</source>
        <translation>请先给出较小的 x 和 y；跨越 180 度时请继续计数，例如到 190。</translation>
    </message>
    <message>
        <source>Go on working; what can still be read of the old history, sqlite3's «.recover» will find.</source>
        <translation>请继续工作；旧历史记录中仍可读取的内容可用 sqlite3 的“.recover”找回。</translation>
    </message>
    <message>
        <source>Install AskMap's extra «meta», or choose a SAM2 folder with config.json and *.safetensors.</source>
        <translation>请安装 AskMap 的附加项“meta”，或选择含有 config.json 和 *.safetensors 的 SAM2 文件夹。</translation>
    </message>
    <message>
        <source>Install a newer QGIS, or a newer Python.</source>
        <translation>请安装更新的 QGIS 或更新的 Python。</translation>
    </message>
    <message>
        <source>Install the packages of the engine again.</source>
        <translation>请重新安装引擎的软件包。</translation>
    </message>
    <message>
        <source>Install the packages of the engine: in QGIS with AskMap's button, in a shell as README.md shows.</source>
        <translation>请安装引擎的软件包：在 QGIS 中使用 AskMap 的按钮，在终端中按 README.md 所示。</translation>
    </message>
    <message>
        <source>Install them with the button in AskMap's dock; in a shell, as README.md shows.</source>
        <translation>请用 AskMap 面板中的按钮安装；在命令行中请按 README.md 所示安装。</translation>
    </message>
    <message>
        <source>It has: {names}.</source>
        <translation>它有：{names}。</translation>
    </message>
    <message>
        <source>Load a model that sees pictures there first.</source>
        <translation>请先在那里加载一个能看图像的模型。</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Make an amplitude raster of it first, for example with gdal_translate on a derived band.</source>
        <translation>请先由其生成振幅栅格，例如对派生波段使用 gdal_translate。</translation>
    </message>
    <message>
        <source>Make one GeoTIFF of it first, with gdal_translate or gdalwarp.</source>
        <translation>请先用 gdal_translate 或 gdalwarp 将其制成一个 GeoTIFF。</translation>
    </message>
    <message>
        <source>Memory ran out, so the model saw the picture with fewer pixels: {width} × {height}.</source>
        <translation>内存不足，因此模型看到的图像像素更少：{width} × {height}。</translation>
    </message>
    <message>
        <source>Memory ran out: trying again with fewer pixels</source>
        <translation>内存不足：正在用更少的像素重试</translation>
    </message>
    <message>
        <source>Mend or remove what is named, then give the same command again: what was finished is kept.</source>
        <translation>请修复或移除所指出的内容，然后再次执行同一命令：已完成的部分会保留。</translation>
    </message>
    <message>
        <source>Merge it into its model first.</source>
        <translation>请先将其合并到对应的模型中。</translation>
    </message>
    <message>
        <source>Merge it into its model with peft, and choose the merged folder.</source>
        <translation>请用 peft 将其合并到对应的模型中，然后选择合并后的文件夹。</translation>
    </message>
    <message>
        <source>Merge it into the model, or remove adapter_config.json.</source>
        <translation>请将其合并到模型中，或移除 adapter_config.json。</translation>
    </message>
    <message>
        <source>Move to where the layer has data, and ask again.</source>
        <translation>请移动到该图层有数据的地方，然后再次提问。</translation>
    </message>
    <message>
        <source>No box and no point of the model's answer can be read.</source>
        <translation>模型回答中的框和点均无法读取。</translation>
    </message>
    <message>
        <source>No service can be used in the folder {folder}: {reason}.</source>
        <translation>无法在文件夹 {folder} 中使用服务：{reason}。</translation>
    </message>
    <message>
        <source>One part of the raster takes more than a minute to read.</source>
        <translation>读取栅格的某一部分需要一分钟以上。</translation>
    </message>
    <message>
        <source>Only one of {path} and its raster has a coordinate system on the earth; the other has a local one or none.</source>
        <translation>{path} 与其栅格中只有一个具有地球坐标系；另一个使用局部坐标系，或没有坐标系。</translation>
    </message>
    <message>
        <source>Open it with gdalinfo to see what is wrong, or choose another raster.</source>
        <translation>请用 gdalinfo 打开以查看问题所在，或选择其他栅格。</translation>
    </message>
    <message>
        <source>Open it with ogrinfo to see what is wrong, or choose another file.</source>
        <translation>请用 ogrinfo 打开以查看问题所在，或选择其他文件。</translation>
    </message>
    <message>
        <source>Others can read the key in {path}.</source>
        <translation>其他人可以读取 {path} 中的密钥。</translation>
    </message>
    <message>
        <source>Reading the raster</source>
        <translation>正在读取栅格</translation>
    </message>
    <message>
        <source>Reading the raster: {percent} %</source>
        <translation>正在读取栅格：{percent} %</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>正在推理</translation>
    </message>
    <message>
        <source>Rectify it first: gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif</source>
        <translation>请先进行纠正：gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif</translation>
    </message>
    <message>
        <source>Reject it, or correct its outline.</source>
        <translation>请拒绝它，或修正其轮廓。</translation>
    </message>
    <message>
        <source>Remove it, or make it yours alone.</source>
        <translation>请将其删除，或改为仅您可访问。</translation>
    </message>
    <message>
        <source>Remove that trigger, index or column, or rename the file to begin a new one.</source>
        <translation>请移除该触发器、索引或列，或重命名该文件以开始一份新的文件。</translation>
    </message>
    <message>
        <source>Remove the model and fetch it again.</source>
        <translation>请删除该模型并重新下载。</translation>
    </message>
    <message>
        <source>Rename that file, and a new one begins.</source>
        <translation>请重命名该文件，随后将开始一份新的历史记录。</translation>
    </message>
    <message>
        <source>Restart QGIS, so that both are of the same version.</source>
        <translation>请重新启动 QGIS，使两者的版本相同。</translation>
    </message>
    <message>
        <source>Run chmod 600 {path} first.</source>
        <translation>请先运行 chmod 600 {path}。</translation>
    </message>
    <message>
        <source>SIGKILL, as where memory has run out</source>
        <translation>SIGKILL，例如内存耗尽时</translation>
    </message>
    <message>
        <source>See askmap models list.</source>
        <translation>请查看 askmap models list。</translation>
    </message>
    <message>
        <source>See there whether it is still busy, then ask again.</source>
        <translation>请在那里查看它是否仍在忙，然后再问。</translation>
    </message>
    <message>
        <source>See what the server says in its own program; a model that sees pictures is needed.</source>
        <translation>请查看服务器自己的程序怎么说；需要能看图像的模型。</translation>
    </message>
    <message>
        <source>Some targets are neither accepted nor rejected: what is left open would be taught as wrong.</source>
        <translation>有些目标既未接受也未拒绝：保留待定的部分会被当作错误来示教。</translation>
    </message>
    <message>
        <source>Start it, or check its address.</source>
        <translation>请启动它，或检查其地址。</translation>
    </message>
    <message>
        <source>Start the server, or choose another reasoner.</source>
        <translation>请启动服务器，或选择另一个推理模型。</translation>
    </message>
    <message>
        <source>Target {number} has no pixel in the view that was asked about.</source>
        <translation>目标 {number} 在所提问的视图中没有像元。</translation>
    </message>
    <message>
        <source>Target {target} cannot be written in longitudes and latitudes of WGS 84.</source>
        <translation>目标 {target} 无法以 WGS 84 的经纬度写入。</translation>
    </message>
    <message>
        <source>The adapter in {adapter} would change the weights of {folder}, which are quantized.</source>
        <translation>{adapter} 中的适配器会修改 {folder} 的权重，而这些权重已被量化。</translation>
    </message>
    <message>
        <source>The adapter in {folder} belongs to the model {base}, which is not on this computer.</source>
        <translation>{folder} 中的适配器属于模型 {base}，而本机上没有该模型。</translation>
    </message>
    <message>
        <source>The adapter in {folder} does not fit the model that it was found for: {module} is another.</source>
        <translation>{folder} 中的适配器与为其找到的模型不匹配：{module} 不同。</translation>
    </message>
    <message>
        <source>The adapter in {folder} holds «{name}», which is no part of a plain LoRA.</source>
        <translation>{folder} 中的适配器包含“{name}”，它不属于普通的 LoRA。</translation>
    </message>
    <message>
        <source>The adapter in {folder} is no plain LoRA: it sets «{key}».</source>
        <translation>{folder} 中的适配器不是普通的 LoRA：它设置了“{key}”。</translation>
    </message>
    <message>
        <source>The adapter in {folder} is not as peft writes it.</source>
        <translation>{folder} 中的适配器与 peft 写出的格式不符。</translation>
    </message>
    <message>
        <source>The answer could not be kept elsewhere either.</source>
        <translation>回答也无法保存到其他位置。</translation>
    </message>
    <message>
        <source>The bounding box {bbox} has no place in the coordinate system of the raster.</source>
        <translation>边界框 {bbox} 在栅格的坐标系中没有对应位置。</translation>
    </message>
    <message>
        <source>The bounding box {bbox} is not (xmin, ymin, xmax, ymax).</source>
        <translation>边界框 {bbox} 不是 (xmin, ymin, xmax, ymax) 形式。</translation>
    </message>
    <message>
        <source>The bounding box {bbox} lies on both sides of the longitude where the raster begins and ends.</source>
        <translation>边界框 {bbox} 跨在栅格起止经线的两侧。</translation>
    </message>
    <message>
        <source>The bounding box {bbox} lies too far from the raster.</source>
        <translation>边界框 {bbox} 离栅格太远。</translation>
    </message>
    <message>
        <source>The config.json in {folder} asks for pictures of {side} pixels.</source>
        <translation>{folder} 中的 config.json 要求 {side} 像元的图像。</translation>
    </message>
    <message>
        <source>The config.json in {folder} does not describe a SAM2.</source>
        <translation>{folder} 中的 config.json 描述的不是 SAM2。</translation>
    </message>
    <message>
        <source>The config.json in {folder} does not describe its weights.</source>
        <translation>{folder} 中的 config.json 与其权重不符。</translation>
    </message>
    <message>
        <source>The config.json in {folder} has the value {value} for «{key}», which no model has.</source>
        <translation>{folder} 中的 config.json 将“{key}”设为 {value}，而任何模型都没有这样的值。</translation>
    </message>
    <message>
        <source>The config.json in {folder} is nested too deeply.</source>
        <translation>{folder} 中的 config.json 嵌套过深。</translation>
    </message>
    <message>
        <source>The config.json of «{name}» does not describe its weights.</source>
        <translation>“{name}”的 config.json 与其权重不符。</translation>
    </message>
    <message>
        <source>The device {device} does not compute in {dtype}.</source>
        <translation>设备 {device} 不支持以 {dtype} 计算。</translation>
    </message>
    <message>
        <source>The engine did nothing for {minutes:.0f} minutes, and its process was ended.</source>
        <translation>引擎在 {minutes:.0f} 分钟内没有任何动作，其进程已被结束。</translation>
    </message>
    <message>
        <source>The engine needs Python {wanted} or newer, and this is {found}.</source>
        <translation>引擎需要 Python {wanted} 或更新版本，而当前是 {found}。</translation>
    </message>
    <message>
        <source>The engine's packages are not all here: {names}.</source>
        <translation>引擎的软件包不齐全，缺少：{names}。</translation>
    </message>
    <message>
        <source>The engine's process cannot be started: {reason}.</source>
        <translation>无法启动引擎的进程：{reason}。</translation>
    </message>
    <message>
        <source>The engine's process did not get the memory that it needs.</source>
        <translation>引擎的进程未能获得所需的内存。</translation>
    </message>
    <message>
        <source>The engine's process ended before it had answered: {reason}.</source>
        <translation>引擎的进程在回答之前就结束了：{reason}。</translation>
    </message>
    <message>
        <source>The engine's process gave no sign of life for {seconds:.0f} seconds, and was ended.</source>
        <translation>引擎的进程在 {seconds:.0f} 秒内没有任何响应，已被结束。</translation>
    </message>
    <message>
        <source>The engine's process is of AskMap {theirs}, and this is AskMap {ours}.</source>
        <translation>引擎的进程属于 AskMap {theirs}，而当前是 AskMap {ours}。</translation>
    </message>
    <message>
        <source>The engine's process wrote what AskMap cannot read, and was ended.</source>
        <translation>引擎的进程写出了 AskMap 无法读取的内容，已被结束。</translation>
    </message>
    <message>
        <source>The entry {id} in {path} cannot be read.</source>
        <translation>无法读取 {path} 中的条目 {id}。</translation>
    </message>
    <message>
        <source>The file {file} has the value {value} for «{name}», which no model has.</source>
        <translation>文件 {file} 将“{name}”设为 {value}，而任何模型都没有这样的值。</translation>
    </message>
    <message>
        <source>The file {file} names no valid tokens as «eos_token_id».</source>
        <translation>文件 {file} 没有在“eos_token_id”中指明有效的词元。</translation>
    </message>
    <message>
        <source>The file {folder} names no files of weights.</source>
        <translation>文件 {folder} 没有指明权重文件。</translation>
    </message>
    <message>
        <source>The file {path} adds tokens that are not valid.</source>
        <translation>文件 {path} 添加了无效的词元。</translation>
    </message>
    <message>
        <source>The file {path} asks for the {name} «{kind}», which AskMap does not support.</source>
        <translation>文件 {path} 要求的 {name} 为“{kind}”，AskMap 不支持它。</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}.</source>
        <translation>无法读取文件 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The file {path} holds no JSON object.</source>
        <translation>文件 {path} 不包含 JSON 对象。</translation>
    </message>
    <message>
        <source>The file {path} holds no tokenizer.</source>
        <translation>文件 {path} 不包含分词器。</translation>
    </message>
    <message>
        <source>The file {path} is not JSON.</source>
        <translation>文件 {path} 不是 JSON。</translation>
    </message>
    <message>
        <source>The file {path} is not UTF-8.</source>
        <translation>文件 {path} 不是 UTF-8。</translation>
    </message>
    <message>
        <source>The file {path} is not a BPE tokenizer, the only kind that AskMap reads.</source>
        <translation>文件 {path} 不是 BPE 分词器，AskMap 只能读取这种分词器。</translation>
    </message>
    <message>
        <source>The file {path} is not as AskMap writes it.</source>
        <translation>文件 {path} 与 AskMap 所写的格式不符。</translation>
    </message>
    <message>
        <source>The file {path} is too large for a file of its kind.</source>
        <translation>对于此类文件，{path} 太大。</translation>
    </message>
    <message>
        <source>The file {path} names no coordinates that AskMap knows.</source>
        <translation>文件 {path} 未指明 AskMap 所知的坐标方式。</translation>
    </message>
    <message>
        <source>The file {path} names tokens that no model has.</source>
        <translation>文件 {path} 列出了任何模型都没有的词元。</translation>
    </message>
    <message>
        <source>The file {path} splits text by a pattern that could take for ever.</source>
        <translation>文件 {path} 用一个可能永远无法结束的模式来切分文本。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>无法创建文件夹 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The folder {folder} holds {count} histories.</source>
        <translation>文件夹 {folder} 中有 {count} 个历史记录。</translation>
    </message>
    <message>
        <source>The folder {folder} is not yours alone, so no service is used there.</source>
        <translation>文件夹 {folder} 不是您独有的，因此不会使用其中的服务。</translation>
    </message>
    <message>
        <source>The history refuses what is written into it: {error}.</source>
        <translation>历史记录拒绝写入的内容：{error}。</translation>
    </message>
    <message>
        <source>The history {path} cannot be copied: {error}.</source>
        <translation>无法复制历史记录 {path}：{error}。</translation>
    </message>
    <message>
        <source>The history {path} cannot be used now: {error}.</source>
        <translation>目前无法使用历史记录 {path}：{error}。</translation>
    </message>
    <message>
        <source>The history {path} cannot be used: {reason}.</source>
        <translation>无法使用历史记录 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The history {path} holds «{name}», which would change what AskMap writes.</source>
        <translation>历史记录 {path} 包含“{name}”，它会更改 AskMap 写入的内容。</translation>
    </message>
    <message>
        <source>The history {path} is damaged and cannot be renamed.</source>
        <translation>历史记录 {path} 已损坏，且无法重命名。</translation>
    </message>
    <message>
        <source>The history {path} is damaged: it now lies in {aside}, and a new one begins.</source>
        <translation>历史记录 {path} 已损坏：它现在位于 {aside}，并已开始一份新的历史记录。</translation>
    </message>
    <message>
        <source>The history {path} was written by a newer AskMap.</source>
        <translation>历史记录 {path} 由更新版本的 AskMap 写入。</translation>
    </message>
    <message>
        <source>The hub at {server} does not say how large {file} is.</source>
        <translation>模型库 {server} 没有说明 {file} 的大小。</translation>
    </message>
    <message>
        <source>The hub at {server} has no {name}, or not this revision of it.</source>
        <translation>模型库 {server} 中没有 {name}，或没有它的这个版本。</translation>
    </message>
    <message>
        <source>The hub at {server} is busy (status {status}).</source>
        <translation>模型库 {server} 正忙（状态 {status}）。</translation>
    </message>
    <message>
        <source>The hub at {server} leads from address to address without an end.</source>
        <translation>模型库 {server} 无休止地从一个地址转到另一个地址。</translation>
    </message>
    <message>
        <source>The hub at {server} leads to an address that is not safe: {url}.</source>
        <translation>模型库 {server} 指向一个不安全的地址：{url}。</translation>
    </message>
    <message>
        <source>The hub at {server} refuses (status {status}).</source>
        <translation>模型库 {server} 拒绝了请求（状态 {status}）。</translation>
    </message>
    <message>
        <source>The hub gives {name} only to those who may have it (status {status}).</source>
        <translation>模型库只把 {name} 提供给获准的用户（状态 {status}）。</translation>
    </message>
    <message>
        <source>The index of {folder} looks for {tensor} in {name}, which lacks it.</source>
        <translation>{folder} 的索引在 {name} 中查找 {tensor}，但其中没有。</translation>
    </message>
    <message>
        <source>The index of {folder} names {name}, which is not there.</source>
        <translation>{folder} 的索引指明了 {name}，但它不存在。</translation>
    </message>
    <message>
        <source>The key in {path} cannot be read: {reason}.</source>
        <translation>无法读取 {path} 中的密钥：{reason}。</translation>
    </message>
    <message>
        <source>The map is turned by {degrees:.0f} degrees, so north is not up in this view.</source>
        <translation>地图旋转了 {degrees:.0f} 度，因此在此视图中北方不朝上。</translation>
    </message>
    <message>
        <source>The model does not know what this question asks for, which does not say that nothing answers.</source>
        <translation>模型不知道该问题问的是什么，这并不表示没有任何目标符合。</translation>
    </message>
    <message>
        <source>The model in {folder}</source>
        <translation>{folder} 中的模型</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized in a way that the device «{device}» cannot compute.</source>
        <translation>{folder} 中的模型的量化方式无法在设备“{device}”上计算。</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized with {method}, which AskMap does not load.</source>
        <translation>{folder} 中的模型是用 {method} 量化的，AskMap 无法加载。</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized, and the package {name} is not installed.</source>
        <translation>{folder} 中的模型是量化模型，而软件包 {name} 未安装。</translation>
    </message>
    <message>
        <source>The model in {folder} is quantized.</source>
        <translation>{folder} 中的模型是量化模型。</translation>
    </message>
    <message>
        <source>The model in {folder} wants to run code of its own, which AskMap never does.</source>
        <translation>{folder} 中的模型想要运行自带的代码，而 AskMap 从不这样做。</translation>
    </message>
    <message>
        <source>The model «{model}» did not find the red rectangle of a test picture: it does not see or point.</source>
        <translation>模型“{model}”没有找到测试图像中的红色矩形：它看不见，或不会指出位置。</translation>
    </message>
    <message>
        <source>The model «{name}» reads each question alone; it was not told of the questions and answers before this one.</source>
        <translation>模型“{name}”单独读取每个问题；之前的问题和回答没有告诉它。</translation>
    </message>
    <message>
        <source>The model's answer holds no boxes and no points.</source>
        <translation>模型的回答中既没有框也没有点。</translation>
    </message>
    <message>
        <source>The model's answer is too deeply nested to be read.</source>
        <translation>模型的回答嵌套过深，无法读取。</translation>
    </message>
    <message>
        <source>The model's folder lacks {name}: {parent}.</source>
        <translation>模型文件夹缺少 {name}：{parent}。</translation>
    </message>
    <message>
        <source>The model's prompt.txt has no place for the question.</source>
        <translation>模型的 prompt.txt 中没有放置问题的位置。</translation>
    </message>
    <message>
        <source>The model's tokenizer.json does not know {name}.</source>
        <translation>模型的 tokenizer.json 不认识 {name}。</translation>
    </message>
    <message>
        <source>The models need about {needed:,.1f} GB of memory, and this computer has {memory:,.1f} GB.</source>
        <translation>这些模型约需 {needed:,.1f} GB 内存，而这台电脑有 {memory:,.1f} GB。</translation>
    </message>
    <message>
        <source>The packages of the engine are being removed or replaced by another QGIS.</source>
        <translation>另一个 QGIS 正在移除或替换引擎的软件包。</translation>
    </message>
    <message>
        <source>The packages of the engine cannot be used: {error}.</source>
        <translation>无法使用引擎的软件包：{error}。</translation>
    </message>
    <message>
        <source>The pixels cannot be written to {folder}: {reason}.</source>
        <translation>无法将像素写入 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The proxy wants another name or password.</source>
        <translation>代理需要其他用户名或密码。</translation>
    </message>
    <message>
        <source>The question and the picture are {tokens:,} tokens, and the model reads {limit:,}.</source>
        <translation>问题和图像共 {tokens:,} 个词元，而模型可读取 {limit:,} 个。</translation>
    </message>
    <message>
        <source>The question has {count:,} characters, and {limit:,} are the limit.</source>
        <translation>问题有 {count:,} 个字符，上限为 {limit:,} 个。</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>问题为空。</translation>
    </message>
    <message>
        <source>The raster has no coordinate system, so a bounding box in {bbox_crs} cannot be found in it.</source>
        <translation>该栅格没有坐标系，因此无法在其中找到以 {bbox_crs} 表示的边界框。</translation>
    </message>
    <message>
        <source>The raster has no coordinate system, so its place on earth is unknown.</source>
        <translation>该栅格没有坐标系，因此其在地球上的位置未知。</translation>
    </message>
    <message>
        <source>The raster has no overviews, so all {millions:,.0f} million pixels of the view were read. Build overviews (in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo), and the next time takes only a moment.</source>
        <translation>该栅格没有金字塔，因此读取了视图的全部 {millions:,.0f} 百万个像元。请创建金字塔（在 QGIS 中通过图层属性的“金字塔”，在终端中使用 gdaladdo），下次只需片刻。</translation>
    </message>
    <message>
        <source>The raster's overviews were averaged with pixels that hold no data, which may hide others. Declare the nodata value with gdal_edit.py -a_nodata, and build the overviews anew with gdaladdo.</source>
        <translation>该栅格的金字塔在求平均时混入了无数据像元，它们可能遮盖其他像元。请用 gdal_edit.py -a_nodata 声明无数据值，并用 gdaladdo 重新创建金字塔。</translation>
    </message>
    <message>
        <source>The reasoner</source>
        <translation>推理模型</translation>
    </message>
    <message>
        <source>The reasoner «{name}» is damaged: it computes values that are not numbers.</source>
        <translation>推理模型“{name}”已损坏：其计算结果不是数值。</translation>
    </message>
    <message>
        <source>The reasoner, which points, runs on the server {server}; the segmenter, which draws the masks, runs on this computer.</source>
        <translation>负责指出位置的推理模型在服务器 {server} 上运行；负责绘制掩膜的分割模型在本机上运行。</translation>
    </message>
    <message>
        <source>The segmenter</source>
        <translation>分割模型</translation>
    </message>
    <message>
        <source>The segmenter «{name}» is damaged: it computes values that are not numbers.</source>
        <translation>分割模型“{name}”已损坏：其计算结果不是数值。</translation>
    </message>
    <message>
        <source>The server at {server} cannot be reached: {reason}.</source>
        <translation>无法连接服务器 {server}：{reason}。</translation>
    </message>
    <message>
        <source>The server at {server} could not answer: {reason}.</source>
        <translation>服务器 {server} 无法回答：{reason}。</translation>
    </message>
    <message>
        <source>The server at {server} could not prove that it is who it says: {reason}.</source>
        <translation>服务器 {server} 无法证明自己的身份：{reason}。</translation>
    </message>
    <message>
        <source>The server at {server} ended the connection in the middle of its answer.</source>
        <translation>服务器 {server} 在回答中途断开了连接。</translation>
    </message>
    <message>
        <source>The server at {server} has no model «{model}».</source>
        <translation>服务器 {server} 上没有模型“{model}”。</translation>
    </message>
    <message>
        <source>The server at {server} has no «{model}», or its address is another one (status {status}).</source>
        <translation>服务器 {server} 上没有“{model}”，或其地址不同（状态 {status}）。</translation>
    </message>
    <message>
        <source>The server at {server} is busy (status {status}).</source>
        <translation>服务器 {server} 正忙（状态 {status}）。</translation>
    </message>
    <message>
        <source>The server at {server} said nothing for a long time.</source>
        <translation>服务器 {server} 很久没有回应。</translation>
    </message>
    <message>
        <source>The server at {server} wants a key, or another one (status {status}).</source>
        <translation>服务器 {server} 需要密钥，或需要另一个密钥（状态 {status}）。</translation>
    </message>
    <message>
        <source>The server is busy: waiting for it</source>
        <translation>服务器正忙：正在等待</translation>
    </message>
    <message>
        <source>The service cannot be reached: {reason}.</source>
        <translation>无法连接服务：{reason}。</translation>
    </message>
    <message>
        <source>The service did not start; {log} says why.</source>
        <translation>服务未能启动；原因见 {log}。</translation>
    </message>
    <message>
        <source>The service that runs is of AskMap {theirs}, and this is AskMap {ours}.</source>
        <translation>正在运行的服务属于 AskMap {theirs}，而当前是 AskMap {ours}。</translation>
    </message>
    <message>
        <source>The tokenizer.json in {folder} does not fit the model's config.json.</source>
        <translation>{folder} 中的 tokenizer.json 与模型的 config.json 不匹配。</translation>
    </message>
    <message>
        <source>The view has {width:,} x {height:,} pixels and no overviews.</source>
        <translation>视图有 {width:,} x {height:,} 像元，且没有金字塔。</translation>
    </message>
    <message>
        <source>The view holds no pixels with data.</source>
        <translation>视图中没有含数据的像元。</translation>
    </message>
    <message>
        <source>The view lies outside of the raster's {width:,} x {height:,} pixels.</source>
        <translation>视图位于栅格的 {width:,} x {height:,} 像元之外。</translation>
    </message>
    <message>
        <source>The view was read reduced: each of its pixels stands for {count:,.1f} of the raster's.</source>
        <translation>视图按缩小方式读取：其每个像元代表栅格的 {count:,.1f} 个像元。</translation>
    </message>
    <message>
        <source>The weights in {folder} cannot be read.</source>
        <translation>无法读取 {folder} 中的权重。</translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json.</source>
        <translation>{folder} 中的权重与其 config.json 不匹配。</translation>
    </message>
    <message>
        <source>The weights in {path} are damaged: {name} holds values that are not numbers.</source>
        <translation>{path} 中的权重已损坏：{name} 包含非数值内容。</translation>
    </message>
    <message>
        <source>There is a folder {folder} already, which AskMap has not fetched.</source>
        <translation>已有文件夹 {folder}，它不是由 AskMap 下载的。</translation>
    </message>
    <message>
        <source>There is no device «{name}».</source>
        <translation>没有设备“{name}”。</translation>
    </message>
    <message>
        <source>There is no entry {id} in {path} any more.</source>
        <translation>{path} 中已没有条目 {id}。</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>没有文件 {file}。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>There is no history of AskMap at {place}.</source>
        <translation>{place} 处没有 AskMap 的历史记录。</translation>
    </message>
    <message>
        <source>There is no key in {path}.</source>
        <translation>{path} 中没有密钥。</translation>
    </message>
    <message>
        <source>There is no raster {path}.</source>
        <translation>没有栅格 {path}。</translation>
    </message>
    <message>
        <source>There is no transformation from the coordinate system of {path}, «{crs}», to that of its raster.</source>
        <translation>没有从 {path} 的坐标系“{crs}”到其栅格坐标系的转换。</translation>
    </message>
    <message>
        <source>There is no transformation from «{bbox_crs}» to «{crs}», the raster's coordinate system.</source>
        <translation>没有从“{bbox_crs}”到栅格坐标系“{crs}”的转换。</translation>
    </message>
    <message>
        <source>There is no {name} here.</source>
        <translation>这里没有 {name}。</translation>
    </message>
    <message>
        <source>This computer has no device «{name}» that torch can use.</source>
        <translation>此计算机没有 torch 可用的设备“{name}”。</translation>
    </message>
    <message>
        <source>This is no preset of AskMap, or not all of one.</source>
        <translation>这不是 AskMap 的提问预设，或者不完整。</translation>
    </message>
    <message>
        <source>This preset cannot be read: {reason}.</source>
        <translation>无法读取此提问预设：{reason}。</translation>
    </message>
    <message>
        <source>This preset cannot be used here: {reason}.</source>
        <translation>此提问预设无法在这里使用：{reason}。</translation>
    </message>
    <message>
        <source>This preset does not hold what presets hold.</source>
        <translation>此提问预设的内容不符合要求。</translation>
    </message>
    <message>
        <source>This preset is longer than any preset is.</source>
        <translation>此提问预设过长。</translation>
    </message>
    <message>
        <source>This preset was changed or cut off on its way.</source>
        <translation>此提问预设在传送中被改动或截断。</translation>
    </message>
    <message>
        <source>This preset was made by a newer AskMap.</source>
        <translation>此提问预设由更新版本的 AskMap 生成。</translation>
    </message>
    <message>
        <source>This question follows up another one, and a sample has to be understood alone.</source>
        <translation>该问题是对另一问题的追问，而样本必须能够单独理解。</translation>
    </message>
    <message>
        <source>This question has no answer.</source>
        <translation>该问题没有回答。</translation>
    </message>
    <message>
        <source>This system has no service of AskMap.</source>
        <translation>此系统没有 AskMap 服务。</translation>
    </message>
    <message>
        <source>Try again, or choose another hub.</source>
        <translation>请重试，或选择另一个模型库。</translation>
    </message>
    <message>
        <source>Try again: what has come is kept.</source>
        <translation>请重试：已下载的内容会保留。</translation>
    </message>
    <message>
        <source>Update AskMap, or ask for the question's own words.</source>
        <translation>请更新 AskMap，或索取问题的原文。</translation>
    </message>
    <message>
        <source>Update AskMap, or rename that file to begin a new one.</source>
        <translation>请更新 AskMap，或重命名该文件以开始一份新的历史记录。</translation>
    </message>
    <message>
        <source>Use it as it is, or fetch the model into another folder.</source>
        <translation>请直接使用它，或将模型下载到另一个文件夹。</translation>
    </message>
    <message>
        <source>Wait a little, then ask again.</source>
        <translation>请稍等，然后再问。</translation>
    </message>
    <message>
        <source>Wait a little, then try again: what has come is kept.</source>
        <translation>请稍候再试：已下载的内容会保留。</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>请等待其结束。</translation>
    </message>
    <message>
        <source>Waiting for another question</source>
        <translation>正在等待另一个问题</translation>
    </message>
    <message>
        <source>What answers at {server} does not speak OpenAI's protocol.</source>
        <translation>在 {server} 应答的程序不使用 OpenAI 协议。</translation>
    </message>
    <message>
        <source>What answers at {server} is no hub of models.</source>
        <translation>{server} 上应答的不是模型库。</translation>
    </message>
    <message>
        <source>What lies elsewhere is removed where it lies.</source>
        <translation>位于别处的模型请在其所在位置删除。</translation>
    </message>
    <message>
        <source>What was decided there is shown now; decide again where you see it otherwise.</source>
        <translation>现在显示的是在那里作出的决定；如有不同看法，请重新决定。</translation>
    </message>
    <message>
        <source>Which model of {server} is meant?</source>
        <translation>指的是 {server} 的哪个模型？</translation>
    </message>
    <message>
        <source>While drawing: {problem}</source>
        <translation>绘制时：{problem}</translation>
    </message>
    <message>
        <source>With each question the pixels of the view and your words are sent to {server}, nothing else.</source>
        <translation>每次提问时，视图的像素和您的文字会发送到 {server}，此外什么都不发送。</translation>
    </message>
    <message>
        <source>Write GeoJSON (.geojson) instead.</source>
        <translation>请改为写入 GeoJSON (.geojson)。</translation>
    </message>
    <message>
        <source>Write a GeoPackage (.gpkg) instead.</source>
        <translation>请改为写入 GeoPackage（.gpkg）。</translation>
    </message>
    <message>
        <source>Write it anew without «crs», in longitudes and latitudes of WGS 84.</source>
        <translation>请以 WGS 84 的经纬度重新写入，不带“crs”。</translation>
    </message>
    <message>
        <source>Write it as http://127.0.0.1:1234/v1#name-of-the-model.</source>
        <translation>请写成 http://127.0.0.1:1234/v1#模型名称。</translation>
    </message>
    <message>
        <source>Write it as its owner does: owner/name.</source>
        <translation>请按其所有者的写法填写：owner/name。</translation>
    </message>
    <message>
        <source>Write it as the path from that folder to the file, such as tiles/a.png.</source>
        <translation>请写成从该文件夹到此文件的路径，例如 tiles/a.png。</translation>
    </message>
    <message>
        <source>Write it like EPSG:4326, or as WKT.</source>
        <translation>请写成类似 EPSG:4326 的形式，或使用 WKT。</translation>
    </message>
    <message>
        <source>Write it to a file first.</source>
        <translation>请先将其写入文件。</translation>
    </message>
    <message>
        <source>Write its output to a file first.</source>
        <translation>请先将其输出写入文件。</translation>
    </message>
    <message>
        <source>Write the key into its first line, in plain letters.</source>
        <translation>请把密钥写在第一行，只用普通字母。</translation>
    </message>
    <message>
        <source>Write {question} where the question goes.</source>
        <translation>请在问题所处的位置写上 {question}。</translation>
    </message>
    <message>
        <source>a key or a password does not belong into it</source>
        <translation>其中不应含有密钥或密码</translation>
    </message>
    <message>
        <source>geolocation arrays</source>
        <translation>地理定位数组</translation>
    </message>
    <message>
        <source>ground control points</source>
        <translation>地面控制点</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>it does not come to an end</source>
        <translation>没有结束</translation>
    </message>
    <message>
        <source>it names no computer</source>
        <translation>没有指明计算机</translation>
    </message>
    <message>
        <source>nothing may stand behind a question mark</source>
        <translation>问号之后不能有任何内容</translation>
    </message>
    <message>
        <source>rational polynomial coefficients</source>
        <translation>有理多项式系数</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>状态 {status}</translation>
    </message>
    <message>
        <source>{device}: 1 thread</source>
        <translation>{device}：1 个线程</translation>
    </message>
    <message>
        <source>{device}: 1 thread, {gb:.1f} GB</source>
        <translation>{device}：1 个线程，{gb:.1f} GB</translation>
    </message>
    <message>
        <source>{device}: {gb:.1f} GB</source>
        <translation>{device}：{gb:.1f} GB</translation>
    </message>
    <message>
        <source>{device}: {name}, {gb:.1f} GB</source>
        <translation>{device}：{name}，{gb:.1f} GB</translation>
    </message>
    <message>
        <source>{device}: {threads} threads</source>
        <translation>{device}：{threads} 个线程</translation>
    </message>
    <message>
        <source>{device}: {threads} threads, {gb:.1f} GB</source>
        <translation>{device}：{threads} 个线程，{gb:.1f} GB</translation>
    </message>
    <message>
        <source>{driver} is always in WGS 84, but the raster has no coordinate system.</source>
        <translation>{driver} 始终使用 WGS 84，但该栅格没有坐标系。</translation>
    </message>
    <message>
        <source>{driver} would be written in WGS 84, and there is no transformation to it from «{crs}».</source>
        <translation>{driver} 将以 WGS 84 写入，而没有从“{crs}”到它的转换。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} does not hold the weights of a SAM2.</source>
        <translation>{file} 不包含 SAM2 的权重。</translation>
    </message>
    <message>
        <source>{file} ends too early each time.</source>
        <translation>{file} 每次都过早结束。</translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation>{file} 不包含权重。</translation>
    </message>
    <message>
        <source>{file} is cut off or damaged: it holds {held:,} bytes of weights, not {end:,}.</source>
        <translation>{file} 被截断或已损坏：其中有 {held:,} 字节的权重，而不是 {end:,} 字节。</translation>
    </message>
    <message>
        <source>{file} is cut off or no safetensors file.</source>
        <translation>{file} 被截断，或不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>{file} is damaged: some of its weights overlap.</source>
        <translation>{file} 已损坏：其部分权重相互重叠。</translation>
    </message>
    <message>
        <source>{file} is no SAM2 of a size that AskMap knows.</source>
        <translation>{file} 不是 AskMap 所知规格的 SAM2。</translation>
    </message>
    <message>
        <source>{file} is no safetensors file.</source>
        <translation>{file} 不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>{file} is not what the hub says it is: it was changed on its way.</source>
        <translation>{file} 与模型库所说的不符：它在传输途中被更改了。</translation>
    </message>
    <message>
        <source>{file} lacks some of SAM2's weights.</source>
        <translation>{file} 缺少 SAM2 的部分权重。</translation>
    </message>
    <message>
        <source>{folder} does not hold a reasoner of a family that AskMap knows.</source>
        <translation>{folder} 不包含 AskMap 所知系列的推理模型。</translation>
    </message>
    <message>
        <source>{folder} holds a model of the type «{kind}», not {names}.</source>
        <translation>{folder} 包含类型为“{kind}”的模型，而不是 {names}。</translation>
    </message>
    <message>
        <source>{folder} holds an adapter beside its model.</source>
        <translation>{folder} 除模型外还包含适配器。</translation>
    </message>
    <message>
        <source>{folder} holds an adapter only.</source>
        <translation>{folder} 只包含适配器。</translation>
    </message>
    <message>
        <source>{folder} holds its weights as pickles, which could run any code.</source>
        <translation>{folder} 以 pickle 形式保存权重，可能会运行任意代码。</translation>
    </message>
    <message>
        <source>{folder} holds no {name}.</source>
        <translation>{folder} 不包含 {name}。</translation>
    </message>
    <message>
        <source>{folder} is there already and belongs to something else.</source>
        <translation>{folder} 已存在，且属于其他内容。</translation>
    </message>
    <message>
        <source>{form} has no room for the coordinate system «{crs}».</source>
        <translation>{form} 无法存储坐标系“{crs}”。</translation>
    </message>
    <message>
        <source>{mask} cannot be removed: {reason}.</source>
        <translation>无法移除 {mask}：{reason}。</translation>
    </message>
    <message>
        <source>{name} holds no model that AskMap loads: config.json and model.safetensors are missing.</source>
        <translation>{name} 中没有 AskMap 能加载的模型：缺少 config.json 和 model.safetensors。</translation>
    </message>
    <message>
        <source>{name} in {folder} is not what was fetched: it has changed since.</source>
        <translation>{folder} 中的 {name} 已不是下载时的内容：它后来被更改了。</translation>
    </message>
    <message>
        <source>{name} is being fetched by another program.</source>
        <translation>另一个程序正在下载 {name}。</translation>
    </message>
    <message>
        <source>{name} is not a file name.</source>
        <translation>{name} 不是文件名。</translation>
    </message>
    <message>
        <source>{name} needs {needed:,.1f} GB on the disk, and {free:,.1f} GB are free in {folder}.</source>
        <translation>{name} 需要 {needed:,.1f} GB 磁盘空间，而 {folder} 中可用 {free:,.1f} GB。</translation>
    </message>
    <message>
        <source>{number:.12g} in {percent:.0f} % of the pixels looks like a fill value that the file does not declare. If it is one, declare it: {command} and the file's name.</source>
        <translation>{percent:.0f} % 的像元为 {number:.12g}，看起来像文件未声明的填充值。如果确实如此，请声明它：{command} 加上文件名。</translation>
    </message>
    <message>
        <source>{path} and its raster use different units.</source>
        <translation>{path} 与其栅格使用不同的单位。</translation>
    </message>
    <message>
        <source>{path} and {other} would be the same file.</source>
        <translation>{path} 和 {other} 会是同一个文件。</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>无法读取 {path}。</translation>
    </message>
    <message>
        <source>{path} cannot be written whole.</source>
        <translation>无法完整写入 {path}。</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: there is no folder {parent}.</source>
        <translation>无法写入 {path}：没有文件夹 {parent}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: what is there already is no GeoPackage that can be read.</source>
        <translation>无法写入 {path}：那里已有的文件不是可读取的 GeoPackage。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} does not answer, or is no raster.</source>
        <translation>{path} 没有响应，或不是栅格。</translation>
    </message>
    <message>
        <source>{path} has a geotransform that cannot be inverted.</source>
        <translation>{path} 的地理变换不可逆。</translation>
    </message>
    <message>
        <source>{path} has a geotransform that puts neighbouring pixels in the same place.</source>
        <translation>{path} 的地理变换使相邻像元落在同一位置。</translation>
    </message>
    <message>
        <source>{path} has a geotransform with pixels too large to be measured.</source>
        <translation>{path} 的地理变换中像元过大，无法量算。</translation>
    </message>
    <message>
        <source>{path} has no layer «{name}», only {names}.</source>
        <translation>{path} 中没有图层“{name}”，只有 {names}。</translation>
    </message>
    <message>
        <source>{path} has no sample «{name}» any more.</source>
        <translation>{path} 中已没有样本“{name}”。</translation>
    </message>
    <message>
        <source>{path} holds a layer «{layer}» that is not AskMap's.</source>
        <translation>{path} 包含图层“{layer}”，它不属于 AskMap。</translation>
    </message>
    <message>
        <source>{path} holds complex numbers, which are no picture.</source>
        <translation>{path} 包含复数，不是图像。</translation>
    </message>
    <message>
        <source>{path} holds no data in this view.</source>
        <translation>{path} 在此视图中没有数据。</translation>
    </message>
    <message>
        <source>{path} holds something else than samples of AskMap.</source>
        <translation>{path} 中包含的不是 AskMap 的样本。</translation>
    </message>
    <message>
        <source>{path} holds {count} rasters and is none itself.</source>
        <translation>{path} 包含 {count} 个栅格，但其本身不是栅格。</translation>
    </message>
    <message>
        <source>{path} is a database; to write there would destroy it.</source>
        <translation>{path} 是数据库；写入会将其毁坏。</translation>
    </message>
    <message>
        <source>{path} is a device, not a raster.</source>
        <translation>{path} 是设备，不是栅格。</translation>
    </message>
    <message>
        <source>{path} is a folder, not a raster.</source>
        <translation>{path} 是文件夹，不是栅格。</translation>
    </message>
    <message>
        <source>{path} is a pipe, not a raster.</source>
        <translation>{path} 是管道，不是栅格。</translation>
    </message>
    <message>
        <source>{path} is a socket, not a raster.</source>
        <translation>{path} 是套接字，不是栅格。</translation>
    </message>
    <message>
        <source>{path} is an empty file.</source>
        <translation>{path} 是空文件。</translation>
    </message>
    <message>
        <source>{path} is damaged: GDAL cannot read its pixels.</source>
        <translation>{path} 已损坏：GDAL 无法读取其像元。</translation>
    </message>
    <message>
        <source>{path} is no vector file that can be read, or is damaged.</source>
        <translation>{path} 不是可读取的矢量文件，或已损坏。</translation>
    </message>
    <message>
        <source>{path} is not a history of AskMap.</source>
        <translation>{path} 不是 AskMap 的历史记录。</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read.</source>
        <translation>{path} 不是 GDAL 能读取的栅格。</translation>
    </message>
    <message>
        <source>{path} is open in another program.</source>
        <translation>{path} 已在其他程序中打开。</translation>
    </message>
    <message>
        <source>{path} is placed by {way}, so its pixels lie on no regular grid.</source>
        <translation>{path} 由{way}定位，因此其像元不在规则格网上。</translation>
    </message>
    <message>
        <source>{path} is protected against writing.</source>
        <translation>{path} 受写保护。</translation>
    </message>
    <message>
        <source>{path} is there already and is no file.</source>
        <translation>{path} 已存在，但不是文件。</translation>
    </message>
    <message>
        <source>{path} lies in {folder}, which is the raster itself.</source>
        <translation>{path} 位于 {folder} 中，而后者就是栅格本身。</translation>
    </message>
    <message>
        <source>{path} lies in {model}, which is a model.</source>
        <translation>{path} 位于 {model} 中，而后者是模型。</translation>
    </message>
    <message>
        <source>{path} names its coordinate system by an address, which AskMap does not fetch.</source>
        <translation>{path} 用网址指明其坐标系，而 AskMap 不会获取该网址。</translation>
    </message>
    <message>
        <source>{path} needs {name}, which is there already and belongs to something else.</source>
        <translation>{path} 需要 {name}，而它已存在且属于其他内容。</translation>
    </message>
    <message>
        <source>{path} refers to {count} files, each of them many times.</source>
        <translation>{path} 指向 {count} 个文件，每个文件都被指向多次。</translation>
    </message>
    <message>
        <source>{path} was changed by another program meanwhile.</source>
        <translation>{path} 在此期间被其他程序更改。</translation>
    </message>
    <message>
        <source>{path} would be taken for a part of the raster.</source>
        <translation>{path} 会被当作栅格的一部分。</translation>
    </message>
    <message>
        <source>{path} would overwrite {part}, which is a part of the raster.</source>
        <translation>{path} 会覆盖 {part}，而后者是栅格的一部分。</translation>
    </message>
    <message>
        <source>{path}, line {number}, is longer than {limit:,.0f} MB.</source>
        <translation>{path} 第 {number} 行超过 {limit:,.0f} MB。</translation>
    </message>
    <message>
        <source>{path}, line {number}, is not UTF-8.</source>
        <translation>{path} 第 {number} 行不是 UTF-8。</translation>
    </message>
    <message>
        <source>{percent:.0f} % of the view is empty: the web layer has no imagery there.</source>
        <translation>视图的 {percent:.0f} % 为空：网络图层在那里没有影像。</translation>
    </message>
    <message>
        <source>{place} has no words.</source>
        <translation>{place} 中没有文字。</translation>
    </message>
    <message>
        <source>{place} has the name «{name}» once more.</source>
        <translation>{place} 中的名称“{name}”重复出现。</translation>
    </message>
    <message>
        <source>{place} has {count:,} letters, more than the {limit:,} that are read.</source>
        <translation>{place} 有 {count:,} 个字符，超过可读取的 {limit:,} 个。</translation>
    </message>
    <message>
        <source>{place} is no object of this layout: it has «{key}».</source>
        <translation>{place} 不是此布局的对象：其中含有“{key}”。</translation>
    </message>
    <message>
        <source>{place} is no sample: {error}.</source>
        <translation>{place} 不是样本：{error}。</translation>
    </message>
    <message>
        <source>{place} is not JSON that can be read: {error}.</source>
        <translation>{place} 不是可读取的 JSON：{error}。</translation>
    </message>
    <message>
        <source>{place} names no file.</source>
        <translation>{place} 没有指明文件。</translation>
    </message>
    <message>
        <source>{place} names «{name}», which lies outside of {folder}.</source>
        <translation>{place} 指明了“{name}”，但它位于 {folder} 之外。</translation>
    </message>
    <message>
        <source>{place} should be {count} numbers, not {value}.</source>
        <translation>{place} 应为 {count} 个数字，而不是 {value}。</translation>
    </message>
    <message>
        <source>{place}: «targets» should be a list or null.</source>
        <translation>{place}：“targets”应为列表或 null。</translation>
    </message>
    <message>
        <source>{place}: «{key}» should be {wanted}, not {value}.</source>
        <translation>{place}：“{key}”应为 {wanted}，而不是 {value}。</translation>
    </message>
    <message>
        <source>{place}{line} is not JSON: {complaint} at letter {letter}.</source>
        <translation>{place}{line} 不是 JSON：{complaint}，位于第 {letter} 个字符。</translation>
    </message>
    <message>
        <source>{what} did not fit into the memory of {device}.</source>
        <translation>{what}无法装入 {device} 的内存。</translation>
    </message>
    <message>
        <source>{what} needs {needed:,.1f} GB, and {free:,.1f} GB are free on {device}.</source>
        <translation>{what}需要 {needed:,.1f} GB，而 {device} 上有 {free:,.1f} GB 可用。</translation>
    </message>
    <message>
        <source>«{name}» is no name of a model.</source>
        <translation>“{name}”不是模型的名称。</translation>
    </message>
    <message>
        <source>«{split}» is no name for a split.</source>
        <translation>“{split}”不能作为数据划分的名称。</translation>
    </message>
    <message>
        <source>«{text}» is no address of a server: {reason}.</source>
        <translation>“{text}”不是服务器地址：{reason}。</translation>
    </message>
    <message>
        <source>«{text}» is no coordinate system that GDAL knows.</source>
        <translation>“{text}”不是 GDAL 所知的坐标系。</translation>
    </message>
</context>
</TS>
