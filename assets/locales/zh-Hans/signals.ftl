# 安全性规则：每条规则的名称、发现的说明句，以及规则的读法。每条规则一段。

severity-notice = 提示
severity-caution = 注意
severity-alarm = 警报

finding-standing-open = 待处理
finding-standing-taken = 正在核查
finding-standing-reviewed = 已审阅
finding-standing-reported = 已报告
finding-standing-dismissed = 已排除
finding-standing-reopened = 重新打开

# 前六条为处理记录中的说法，按钮上的说法以 action-do 开头。
action-comment = 添加了备注
action-take = 已接手
action-reviewed = 已审阅
action-reported = 已报告
action-dismissed = 已排除
action-reopened = 重新打开
action-do-comment = 备注
action-do-take = 接手
action-do-reviewed = 标为已审阅
action-do-reported = 标为已报告
action-do-dismissed = 排除
action-do-reopened = 重新打开

call-repeat = { $within }内复查：{ $task }
call-task = { $within }内完成：{ $task }
call-report = { $within }内报告{ $to }
call-evaluate = { $what }
recipient-sponsor = 申办者
recipient-authority = 药品监管部门
recipient-ethics = 伦理委员会
clock-hours = { $n } 小时
clock-days = { $n } 天

# 报告时限，按研究中心当地时间计算。
report-by = 须在 { $by } 前
report-by-left = 须在 { $by } 前（剩余 { $amount }）
report-by-over = 须在 { $by } 前（已超时 { $amount }）
report-left = 剩余 { $amount }
report-not-judged = 未判定
report-over = 已超时 { $amount }
report-amount = { $unit ->
    [minutes] { $n } 分钟
    [hours] { $n } 小时
   *[days] { $n } 天
  }
report-since = 自录入时刻 { $at } 起算
report-since-day = 自研究中心获知之日 { $on } 结束时起算；未记录具体时刻
report-sent = 报告对象：{ $to }；发送时间：{ $at }{ $reference ->
    [none] {""}
   *[given] ；编号：{ $reference }
  }{ $timing ->
    [late] ；逾时
   *[in-time] {""}
  }
report-sent-unnamed = 已于 { $on } 报告

limit-percent = 载体阳性细胞比例，%（不低于）
limit-share-percent = 单个克隆占比，%（高于）
limit-min-cells = 推算细胞数下限，低于此数不作判断
limit-distance-bp = 与基因的距离，bp（不超过）
limit-consecutive = 连续次数
limit-spacing = 计入的阴性样本之间的间隔（至少）
limit-x-uln = ALT 或 AST，× ULN（不低于）
limit-until-x-uln = ALT 或 AST，× ULN，直至低于
limit-grade = CTCAE 分级（至少）
limit-bilirubin-x-uln = 总胆红素，× ULN（高于）
limit-alp-x-uln = 碱性磷酸酶，× ULN（低于）
limit-fold = 升高倍数（不低于）
limit-neutrophils-below = 中性粒细胞，×10⁹/L（低于）
limit-platelets-below = 血小板，×10⁹/L（低于）
limit-haemoglobin-below = 血红蛋白，g/L（低于）
limit-breast-not-before = 乳房发育不早于
limit-testis-not-before = 睾丸增大不早于
limit-breast-by = 乳房发育不晚于
limit-testis-by = 睾丸增大不晚于
limit-menarche-by = 初潮不晚于
limit-testis-ml = 睾丸容积（mL）
limit-z-fall = z 值下降（超过）
limit-within = 期限
limit-z-low = z 值（低于）
limit-z-severe = z 值，重度（低于）
limit-z-high = z 值（高于）
limit-blasts-percent = 原始细胞，%（不低于）
limit-rise-fl = 平均红细胞体积升高，fL（不低于）
limit-fall-percent = 血小板下降，%（不低于）

rule-vector-positive-unanalysed-name = 载体阳性细胞未作整合位点分析
rule-vector-positive-unanalysed = { $specimen }，{ $on }：载体阳性细胞占 { $percent }%（界值 { $limit }%），但尚未分析整合位点。
rule-vector-positive-unanalysed-why = 达到这一比例时，整合图谱已可判读；只有图谱才能区分“一个正在扩增的克隆”与“许多小克隆”。
rule-vector-positive-unanalysed-looks-for = 样本中载体阳性细胞比例达到或超过界值，而整合位点未作分析。
rule-vector-positive-unanalysed-because = 超过这一比例时，整合图谱可以区分正在扩增的克隆与许多小克隆。
rule-vector-positive-unanalysed-silent-when = 该样本或之后的同类样本已作分析，或未给出阳性比例。

rule-dominant-clone-name = 优势克隆
rule-dominant-clone = { $specimen }，{ $on }：{ $gene } 附近的克隆占{ $counted ->
    [cells] 推算的 { $cells } 个细胞的
    [sonic-abundance] 推算细胞数的
    [fragments] 全部片段（未推算细胞数）的
    [reads] 全部读段（未推算细胞数）的
   *[unknown] 该样本的
  } { $share }%{ $before ->
    [none] {""}
    [absent] ，{ $before-on }的样本中未见该克隆
    [untold] （{ $before-on }是否存在，见该样本的完整位点表）
   *[given] ，{ $before-on }时为 { $before }%
  }。界值为 { $limit }%。
rule-dominant-clone-why = 某一克隆明显多于其他克隆，可能是插入性白血病的先兆。复查可判断其是否仍在扩增。
rule-dominant-clone-looks-for = 单个克隆在标记细胞中的占比高于界值。
rule-dominant-clone-because = 克隆优势可能先于插入突变引起的白血病出现。
rule-dominant-clone-silent-when = 推算细胞数低于下限，或样本未作分析。以读段或片段计数时会注明，且不设细胞数下限。

rule-clone-near-watch-gene-name = 克隆邻近重点监测基因
rule-clone-near-watch-gene = { $specimen }，{ $on }：有一个克隆{ $distance ->
    [inside] 位于 { $gene } 基因内
    [unknown] 标注为 { $gene }（实验室未给出距离）
   *[given] 距 { $gene } { $distance } bp
  }，占 { $share }%（{ $measure }）。
rule-clone-near-watch-gene-why = 既往基因治疗试验中，插入该基因附近曾引发白血病。关键在于这个克隆是否扩增。
rule-clone-near-watch-gene-looks-for = 整合位点位于方案所列重点监测基因之内，或与其距离不超过界值。
rule-clone-near-watch-gene-because = 临床试验中，插入这些基因附近曾引发白血病。
rule-clone-near-watch-gene-silent-when = 位点距离超过界值，或实验室未注明基因，或所注明的基因不在名单内。

rule-shedding-after-clearance-name = 转阴后再次检出载体
rule-shedding-after-clearance = { $matrix }：至{ $cleared }已连续 { $consecutive } 次阴性，{ $on }再次检出载体。
rule-shedding-after-clearance-why = 载体可能仍存于某处，也可能此前的样本漏检。防止传播的措施须重新执行。
rule-shedding-after-clearance-looks-for = 已判定转阴的样本类型中再次检出载体。
rule-shedding-after-clearance-because = 可能存在载体储存部位或可复制的污染物，预防措施须重新开始。
rule-shedding-after-clearance-silent-when = 该样本类型从未判定转阴，或之后又已转阴。只看是否检出，不比较拷贝数与 Ct 值。

rule-infectivity-untested-name = 未检测感染性
rule-infectivity-untested = { $matrix }：{ $on } 检出载体{ $samples ->
    [1] ，尚未检测其是否具有感染性。
   *[other] ，此后共 { $samples } 份样本检出，尚未检测其是否具有感染性。
  }
rule-infectivity-untested-why = PCR 检出的是载体基因组，并不等于有感染性的病毒。在感染性检测得出结论之前，防止传播的措施应继续执行。
rule-infectivity-untested-looks-for = 某类样本检出载体，但未检测是否含有感染性病毒。
rule-infectivity-untested-because = 载体基因组可能只是残片，也可能是能感染的病毒；防护措施取决于此。
rule-infectivity-untested-silent-when = 该类样本已达到清除标准，或检出载体后感染性检测为阴性。若检测为阳性，则对下一份阳性样本再次提示。

rule-liver-enzyme-rise-name = 肝酶升高
rule-liver-enzyme-rise = { $on }，{ $enzyme } 为 { $times } × ULN（界值 { $limit } × ULN）{ $last ->
    [none] ，此前无检测值
   *[given] ，前一次为 { $last } × ULN
  }{ $panels ->
    [1] 。
   *[other] 。自{ $since }起已有 { $panels } 次升高。
  }
rule-liver-enzyme-rise-why = 载体进入肝脏后，肝酶升高可能是免疫反应，会清除已转导的细胞；及早使用激素可以控制。
rule-liver-enzyme-rise-looks-for = ALT 或 AST 达到或超过正常上限的规定倍数。
rule-liver-enzyme-rise-because = 可能是肝脏对载体的免疫反应，及早使用激素可以控制。
rule-liver-enzyme-rise-silent-when = 缺检测值或缺正常上限。连续多次超过界值合为一项发现。

rule-hys-law-name = 海氏法则（Hy’s law）
rule-hys-law = { $on }：{ $enzyme } 为 { $times } × ULN，总胆红素为 { $bilirubin } × ULN，{ $alp ->
    [none] 未提供碱性磷酸酶
   *[given] 碱性磷酸酶为 { $alp } × ULN
  }，未发现其他原因。
rule-hys-law-why = 肝细胞损伤伴黄疸而无胆道梗阻时，约十分之一的人会发展为肝衰竭。请当日处理。
rule-hys-law-looks-for = 同一次检测中 ALT 或 AST 与总胆红素同时升高，无胆汁淤积，也无其他原因。
rule-hys-law-because = 两者同时升高时，约十分之一的人会出现严重肝损伤。
rule-hys-law-silent-when = 已查明其他原因，或碱性磷酸酶达到其倍数，或 ALT、AST 或胆红素无法换算为正常上限的倍数。缺碱性磷酸酶时仍会提示。

rule-titre-fourfold-rise-name = 抗体滴度升高
rule-titre-fourfold-rise = { $target }：{ $on }滴度为 { $titre }，是{ $baseline ->
    [below-limit] 检测下限 { $before } 的 { $fold } 倍（{ $before-on }低于该下限）
   *[measured] { $before-on }（{ $before }）的 { $fold } 倍
  }。
rule-titre-fourfold-rise-why = 相差两个稀释度，已超出检测本身的波动，说明免疫系统已有应答。请结合同期的转基因表达和肝功能判断。
rule-titre-fourfold-rise-looks-for = 同一靶标、同一方法、同一单位下，滴度达到较早一次的规定倍数。
rule-titre-fourfold-rise-because = 两个稀释度的差别已超出检测本身的波动。
rule-titre-fourfold-rise-silent-when = 没有更早的滴度，方法或单位不同，或新的滴度没有数值。滴度维持在已达到的水平时不再重复提示。

rule-new-malignancy-name = 新发恶性肿瘤
rule-new-malignancy = { $diagnosis ->
    [none] 新发恶性肿瘤
   *[given] 新发恶性肿瘤：{ $diagnosis }
  }，首次报告于{ $on }{ $reports ->
    [1] 。
   *[other] ，共 { $reports } 条记录提及。
  }
rule-new-malignancy-why = 插入性致癌正是长期随访所要防范的迟发风险。请务必留存肿瘤组织：只有它能说明载体是否与此有关。
rule-new-malignancy-looks-for = 肿瘤筛查、不良事件或专项报告中提到的新发恶性肿瘤。
rule-new-malignancy-because = 插入性致癌是长期随访所针对的迟发风险。
rule-new-malignancy-silent-when = 没有报告。时间相近的多次报告视为同一肿瘤，合为一项发现。

rule-rcr-rcl-positive-name = 可复制型病毒（RCR/RCL）阳性
rule-rcr-rcl-positive = { $on }：可复制型逆转录病毒或慢病毒检测阳性（{ $assay }）。确认试验：{ $confirmed }。
rule-rcr-rcl-positive-why = 可复制的病毒会继续感染其他细胞，并可能传给他人。请用另一种方法确认，并立即通知申办者。
rule-rcr-rcl-positive-looks-for = 可复制型逆转录病毒或慢病毒检测阳性。
rule-rcr-rcl-positive-because = 可复制的病毒会继续感染其他细胞，并可能传给他人。
rule-rcr-rcl-positive-silent-when = 确认试验未能证实。

rule-persistent-cytopenia-name = 持续性血细胞减少
rule-persistent-cytopenia = { $line }：{ $on }为 { $value } { $unit }；自{ $since }起连续 { $count } 次低于 { $limit } { $unit }。
rule-persistent-cytopenia-why = 可能是移植物丢失、免疫性破坏，或骨髓恶性肿瘤的最初表现。
rule-persistent-cytopenia-looks-for = 中性粒细胞、血小板或血红蛋白连续多次低于界值。
rule-persistent-cytopenia-because = 可能是植入失败、免疫性破坏，或骨髓恶性肿瘤的最初表现。
rule-persistent-cytopenia-silent-when = 该系最近一次结果已不低于界值，或未检测。比较前先换算单位。

rule-growth-crossing-name = 生长偏离自身曲线
rule-growth-crossing = { $kind ->
    [fall] { $what }：z 值由{ $before-on }的 { $before } 降至{ $on }的 { $z }（界值：下降 { $limit }）。
    [low] { $what }：{ $on } z 值为 { $z }，低于 { $limit }。
   *[high] { $what }：{ $on } z 值为 { $z }，高于 { $limit }。
  }
rule-growth-crossing-why = 生长能较早反映疾病或治疗对儿童的影响：营养、内分泌、慢性感染、激素。
rule-growth-crossing-looks-for = 体重、身高或头围在期限内偏离儿童自身的生长曲线，或超出界值。早产儿两岁以前按矫正年龄判断。
rule-growth-crossing-because = 生长能较早反映治疗或疾病对儿童的影响。
rule-growth-crossing-silent-when = 参考标准不涵盖该年龄或性别，或有水肿（体重），或只有一次测量且在界值之内。

rule-puberty-early-or-late-name = 青春期过早或延迟
rule-puberty-early-or-late = { $on }：{ $sign ->
    [breast] 乳房发育
    [testis] 睾丸增大
   *[menarche] 月经初潮
  }{ $kind ->
    [early] 早于年龄界限。
   *[late] 到年龄界限仍未出现。
  }
rule-puberty-early-or-late-why = 预处理、激素和疾病本身都会影响下丘脑—垂体—性腺轴。及时发现关系到成年身高和生育力。
rule-puberty-early-or-late-looks-for = 青春期早于方案规定的年龄开始，或到该年龄仍未开始。
rule-puberty-early-or-late-because = 及时发现关系到成年身高和生育力。
rule-puberty-early-or-late-silent-when = 未检查该体征，性别未记录为女或男，或该体征已提示过。

rule-serious-adverse-event-name = 严重不良事件
rule-serious-adverse-event = { $term }，{ $grade ->
    [none] 未给出分级
   *[given] { $grade } 级
  }，发生于{ $onset }。时限自{ $learned }起算。
rule-serious-adverse-event-why = 必须立即通知申办者；如属非预期，还须在时限内报告药品监管部门。
rule-serious-adverse-event-looks-for = 标记为严重的不良事件。
rule-serious-adverse-event-because = 申办者须立即获知，监管部门须在时限内获知。
rule-serious-adverse-event-silent-when = 该事件不属严重。时限自研究中心获知之日起算；未填获知日期时，自记录日期起算。

rule-adverse-event-onset-name = 事件发生时的样本
rule-adverse-event-onset = { $term }，{ $grade } 级，{ $on } 发生。
rule-adverse-event-onset-why = 事件初期的样本与恢复期样本对照，才能看出免疫系统是否参与。现在不采，以后无法补采。
rule-adverse-event-onset-looks-for = 达到规定分级的不良事件。
rule-adverse-event-onset-because = 发生时与恢复时的抗体可显示免疫系统是否参与。
rule-adverse-event-onset-silent-when = 事件分级较低或未分级。自发生当日起采集的样本即可满足。

rule-adverse-event-recovery-name = 事件恢复时的样本
rule-adverse-event-recovery = { $term }，{ $grade } 级，{ $on } 起已恢复。
rule-adverse-event-recovery-why = 没有恢复期样本，发生时的样本难以解读。
rule-adverse-event-recovery-looks-for = 达到规定分级且已结束的不良事件。
rule-adverse-event-recovery-because = 恢复期样本与发生时的样本配成一对。
rule-adverse-event-recovery-silent-when = 事件分级较低、仍在持续，或以死亡告终。

rule-blasts-seen-name = 血中出现原始细胞
rule-blasts-seen = { $on }：血细胞计数中原始细胞占 { $blasts } %。
rule-blasts-seen-why = 血中出现原始细胞可能是白血病的最初表现。请复核血涂片，并考虑是否需要骨髓检查。
rule-blasts-seen-looks-for = 血细胞计数中原始细胞不低于界值。
rule-blasts-seen-because = 可能是白血病的最初表现，无论载体是否参与其中。
rule-blasts-seen-silent-when = 未计数原始细胞，或未见原始细胞。连续多次计为一条发现。

rule-mean-cell-volume-rise-name = 平均红细胞体积升高
rule-mean-cell-volume-rise = { $on }平均红细胞体积 { $mcv } fL，比{ $before-on }的 { $before } fL 高 { $rise } fL。
rule-mean-cell-volume-rise-why = 无其他原因的红细胞增大可能是骨髓克隆性疾病的最初表现。请先排查维生素缺乏和药物影响。
rule-mean-cell-volume-rise-looks-for = 与治疗前最近一次相比，平均红细胞体积连续多次升高达到界值。
rule-mean-cell-volume-rise-because = 可能早于血细胞减少，是骨髓克隆性疾病的最初表现。
rule-mean-cell-volume-rise-silent-when = 没有更早的结果，或连续升高的次数不足。没有治疗前结果时，以第一次为参照。

rule-platelet-fall-name = 血小板下降
rule-platelet-fall = { $on }血小板 { $platelets } { $unit }，比{ $before-on }的 { $before } { $unit } 下降 { $fall } %。{ $haemolysis ->
    [seen] 有溶血征象。
    [not-seen] 未见溶血征象。
   *[not-looked-for] 尚未检查是否溶血。
  }
rule-platelet-fall-why = 全身给予载体后可能是血栓性微血管病。请当天检查破碎红细胞、结合珠蛋白、LDH、肌酐和血压。
rule-platelet-fall-looks-for = 血小板较期限内最高值的降幅达到界值。
rule-platelet-fall-because = 血栓性微血管病始于血小板下降和溶血，数日内即可损害肾脏。
rule-platelet-fall-silent-when = 期限内没有更早的结果。连续同样低的结果计为一条发现。

rule-seroconversion-name = 新出现的抗体
rule-seroconversion = { $target }：{ $on }阳性，{ $before-on }为阴性。
rule-seroconversion-why = 新出现的抗体或抑制物可能使产品失效，或解释同期发生的事件。
rule-seroconversion-looks-for = 同一靶标的抗体由阴性转为阳性。
rule-seroconversion-because = 可能使产品失效，或引起同期的事件。
rule-seroconversion-silent-when = 此前没有同一检测方法和单位的阴性样本，或样本判读不确定。

rule-clone-rising-name = 增长中的克隆
rule-clone-rising = { $specimen }，{ $on }：{ $gene } 附近的克隆占 { $share }%（{ $measure }），{ $before-on }时为 { $before }%{ $how ->
    [rising] ，连续 { $samples } 个样本逐次上升
   *[fold] ，为当时的 { $times } 倍
  }。
rule-clone-rising-why = 持续增长的克隆在变大之前就能看到。复查可区分真实增长与样本过少或分选不同造成的差异。
rule-clone-rising-looks-for = 某一克隆的占比成倍增长：较前一样本，或在连续多个逐次上升的样本中。
rule-clone-rising-because = 增长先于克隆优势，比占比界值更早出现。
rule-clone-rising-silent-when = 占比低于界值，样本的推算细胞数低于下限，或样本的细胞、基因组或计数方式不同。
limit-points = 占比连续上升的样本数
limit-tolerance-bp = 同一克隆的位置误差，bp
