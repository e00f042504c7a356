# 安全性ルール：名称、所見の説明文、ルールの読み方。ルールごとに一まとまり。

severity-notice = 参考
severity-caution = 注意
severity-alarm = 警告

finding-standing-open = 未対応
finding-standing-taken = 確認中
finding-standing-reviewed = 確認済み
finding-standing-reported = 報告済み
finding-standing-dismissed = 問題なしと判断
finding-standing-reopened = 再び未対応

# 最初の六つは履歴での表現。ボタンの文字は action-do で始まる。
action-comment = コメントを記入
action-take = 担当を引き受け
action-reviewed = 確認済み
action-reported = 報告済み
action-dismissed = 問題なしと判断
action-reopened = 再び未対応に変更
action-do-comment = コメント
action-do-take = 担当する
action-do-reviewed = 確認済みにする
action-do-reported = 報告済みにする
action-do-dismissed = 問題なしとする
action-do-reopened = 再び未対応にする

call-repeat = { $within }以内に再検査：{ $task }
call-task = { $within }以内：{ $task }
call-report = { $within }以内に{ $to }へ報告
call-evaluate = { $what }
recipient-sponsor = 治験依頼者
recipient-authority = 規制当局
recipient-ethics = 倫理審査委員会
clock-hours = { $n } 時間
clock-days = { $n } 日

# 報告の期限。施設の時刻で数える。
report-by = { $by } まで
report-by-left = { $by } まで（残り { $amount }）
report-by-over = { $by } まで（{ $amount } 超過）
report-left = 残り { $amount }
report-not-judged = 判定なし
report-over = { $amount } 超過
report-amount = { $unit ->
    [minutes] { $n } 分
    [hours] { $n } 時間
   *[days] { $n } 日
  }
report-since = 入力された { $at } から起算
report-since-day = 施設が知った日（{ $on }）の終わりから起算。時刻の記載なし
report-sent = { $to }に { $at } に送付{ $reference ->
    [none] {""}
   *[given] 、受付番号 { $reference }
  }{ $timing ->
    [late] 、期限超過
   *[in-time] {""}
  }
report-sent-unnamed = { $on } に報告済み

limit-percent = ベクター陽性細胞の割合、%（以上）
limit-share-percent = 一つのクローンの割合、%（超）
limit-min-cells = 判断に必要な推定細胞数の下限
limit-distance-bp = 遺伝子からの距離、bp（以下）
limit-consecutive = 連続回数
limit-spacing = 数える陰性検体の間隔（以上）
limit-x-uln = ALT または AST、× ULN（以上）
limit-until-x-uln = ALT または AST、× ULN、これを下回るまで
limit-grade = CTCAE グレード（以上）
limit-bilirubin-x-uln = 総ビリルビン、× ULN（超）
limit-alp-x-uln = アルカリホスファターゼ、× ULN（未満）
limit-fold = 上昇の倍率（以上）
limit-neutrophils-below = 好中球、×10⁹/L（未満）
limit-platelets-below = 血小板、×10⁹/L（未満）
limit-haemoglobin-below = ヘモグロビン、g/L（未満）
limit-breast-not-before = 乳房発達の下限年齢
limit-testis-not-before = 精巣増大の下限年齢
limit-breast-by = 乳房発達の上限年齢
limit-testis-by = 精巣増大の上限年齢
limit-menarche-by = 初経の上限年齢
limit-testis-ml = 精巣容積（mL）
limit-z-fall = z スコアの低下（超）
limit-within = 期間
limit-z-low = z スコア（未満）
limit-z-severe = z スコア、高度（未満）
limit-z-high = z スコア（超）
limit-blasts-percent = 芽球、%（以上）
limit-rise-fl = 平均赤血球容積の上昇、fL（以上）
limit-fall-percent = 血小板の減少、%（以上）

rule-vector-positive-unanalysed-name = ベクター陽性細胞の挿入部位が未解析
rule-vector-positive-unanalysed = { $specimen }、{ $on }：ベクター陽性細胞が { $percent }%（基準 { $limit }%）ですが、挿入部位が解析されていません。
rule-vector-positive-unanalysed-why = この割合になると挿入パターンを読み取れます。増えつつある一つのクローンか、多数の小さなクローンかは、パターンを見なければ分かりません。
rule-vector-positive-unanalysed-looks-for = ベクター陽性細胞の割合が基準以上でありながら、挿入部位が解析されていない検体。
rule-vector-positive-unanalysed-because = この割合を超えると、増えつつあるクローンと多数の小さなクローンを挿入パターンで区別できます。
rule-vector-positive-unanalysed-silent-when = その検体、または同じ種類のその後の検体が解析された場合、あるいは割合の記載がない場合。

rule-dominant-clone-name = 優勢クローン
rule-dominant-clone = { $specimen }、{ $on }：{ $gene } 近傍のクローンが{ $counted ->
    [cells] 推定細胞 { $cells } 個の
    [sonic-abundance] 推定細胞数の
    [fragments] 全断片（細胞数は未推定）の
    [reads] 全リード（細胞数は未推定）の
   *[unknown] 検体の
  } { $share }% を占めています{ $before ->
    [none] {""}
    [absent] （{ $before-on }の検体では認められず）
    [untold] （{ $before-on }に存在したかは、その検体の一覧表を参照）
   *[given] （{ $before-on }は { $before }%）
  }。基準は { $limit }% です。
rule-dominant-clone-why = 一つのクローンがほかより明らかに多い状態は、挿入変異による白血病に先立つことがあります。再検査で、なお増えているかを確かめます。
rule-dominant-clone-looks-for = 標識細胞に占める割合が基準を超える一つのクローン。
rule-dominant-clone-because = クローンの優勢化は、挿入変異による白血病に先立つことがあります。
rule-dominant-clone-silent-when = 推定細胞数が下限に満たない場合、または検体が解析されていない場合。リードや断片で数えたものはその旨を示し、下限は設けません。

rule-clone-near-watch-gene-name = 監視対象遺伝子の近傍のクローン
rule-clone-near-watch-gene = { $specimen }、{ $on }：{ $distance ->
    [inside] { $gene } の遺伝子内
    [unknown] { $gene } に帰属（検査機関による距離の記載なし）
   *[given] { $gene } から { $distance } bp
  }に挿入のあるクローンが { $share }% を占めています（{ $measure }）。
rule-clone-near-watch-gene-why = 遺伝子治療の臨床試験では、この遺伝子の近くへの挿入が白血病につながった例があります。重要なのは、このクローンが増えるかどうかです。
rule-clone-near-watch-gene-looks-for = 計画書の監視対象遺伝子の内部、または基準の距離以内にある挿入部位。
rule-clone-near-watch-gene-because = 臨床試験で、これらの遺伝子の近くへの挿入が白血病につながった例があります。
rule-clone-near-watch-gene-silent-when = 距離が基準より大きい場合、遺伝子の記載がない場合、または記載された遺伝子が一覧にない場合。

rule-shedding-after-clearance-name = 排出消失後のベクター再検出
rule-shedding-after-clearance = { $matrix }：{ $cleared }までに { $consecutive } 回続けて陰性でしたが、{ $on }に再びベクターが検出されました。
rule-shedding-after-clearance-why = ベクターが体内のどこかに残っているか、以前の検体で見逃された可能性があります。伝播を防ぐための対策を再開してください。
rule-shedding-after-clearance-looks-for = 消失と判定された検体種からのベクターの再検出。
rule-shedding-after-clearance-because = 貯留部位や増殖性の混入物が考えられ、予防策を再開する必要があります。
rule-shedding-after-clearance-silent-when = その検体種が消失と判定されたことがない場合、またはその後に再び消失した場合。検出の有無のみを見て、コピー数と Ct 値は比較しません。

rule-infectivity-untested-name = 感染性が未検査
rule-infectivity-untested = { $matrix }：{ $on } にベクターを検出{ $samples ->
    [1] 。感染性があるかどうかは検査されていません。
   *[other] （以後 { $samples } 検体で検出）。感染性があるかどうかは検査されていません。
  }
rule-infectivity-untested-why = PCR が検出するのはベクターのゲノムであり、感染性のあるウイルスとは限りません。感染性検査の結果が出るまで、伝播を防ぐ対策を続けます。
rule-infectivity-untested-looks-for = ベクターが検出された検体種別で、感染性の有無が検査されていないもの。
rule-infectivity-untested-because = 検出されたゲノムは断片のことも、感染するウイルスのこともあり、必要な対策が異なります。
rule-infectivity-untested-silent-when = その検体種別が消失の基準を満たしたとき、またはベクター検出後の感染性検査が陰性のとき。陽性だった場合は、次の陽性検体で再び示します。

rule-liver-enzyme-rise-name = 肝酵素の上昇
rule-liver-enzyme-rise = { $on }の { $enzyme } は { $times } × ULN（基準 { $limit } × ULN）{ $last ->
    [none] 、以前の値なし
   *[given] 、前回は { $last } × ULN
  }{ $panels ->
    [1] 。
   *[other] 。{ $since }から { $panels } 回続けて上昇しています。
  }
rule-liver-enzyme-rise-why = 肝臓に届くベクターの投与後の上昇は、導入された細胞を失わせる免疫反応の可能性があります。早期のステロイドで抑えられることがあります。
rule-liver-enzyme-rise-looks-for = ALT または AST が基準値上限の定められた倍数以上。
rule-liver-enzyme-rise-because = 肝臓でのベクターに対する免疫反応の可能性があり、早期のステロイドで抑えられることがあります。
rule-liver-enzyme-rise-silent-when = 値または基準値上限がない場合。続けて基準を超えたものは一つの所見にまとめます。

rule-hys-law-name = Hy の法則（Hy’s law）
rule-hys-law = { $on }：{ $enzyme } { $times } × ULN、総ビリルビン { $bilirubin } × ULN、{ $alp ->
    [none] アルカリホスファターゼは記載なし
   *[given] アルカリホスファターゼ { $alp } × ULN
  }。ほかの原因は認められていません。
rule-hys-law-why = 胆道閉塞のない黄疸を伴う肝細胞障害では、約一割が肝不全に至ります。当日中に対応してください。
rule-hys-law-looks-for = 同じ採血で ALT または AST と総ビリルビンがともに高く、胆汁うっ滞もほかの原因もない状態。
rule-hys-law-because = 両者がそろうと、約一割で重い肝障害に至ります。
rule-hys-law-silent-when = ほかの原因が判明した場合、アルカリホスファターゼが基準の倍数以上の場合、または ALT・AST・ビリルビンを基準値上限の倍数で表せない場合。アルカリホスファターゼの欠測では止まりません。

rule-titre-fourfold-rise-name = 抗体価の上昇
rule-titre-fourfold-rise = { $target }：{ $on }の抗体価は { $titre } で、{ $baseline ->
    [below-limit] 測定限界 { $before } の { $fold } 倍です（{ $before-on }は限界未満）
   *[measured] { $before-on }の { $before } の { $fold } 倍です
  }。
rule-titre-fourfold-rise-why = 希釈二段階の差は測定のばらつきを超えており、免疫系が反応したことを示します。同じ時期の導入遺伝子の発現と肝機能を確認してください。
rule-titre-fourfold-rise-looks-for = 同じ標的・測定法・単位で、以前の値の定められた倍数以上となった抗体価。
rule-titre-fourfold-rise-because = 希釈二段階の差は、測定のばらつきを超えています。
rule-titre-fourfold-rise-silent-when = 以前の抗体価がない場合、測定法か単位が異なる場合、または新しい抗体価に数値がない場合。到達した高さのまま続く抗体価は、繰り返し示しません。

rule-new-malignancy-name = 新たな悪性腫瘍
rule-new-malignancy = { $diagnosis ->
    [none] 新たな悪性腫瘍
   *[given] 新たな悪性腫瘍：{ $diagnosis }
  }、最初の報告は{ $on }{ $reports ->
    [1] 。
   *[other] （{ $reports } 件の記録に記載）。
  }
rule-new-malignancy-why = 挿入変異による発がんは、長期追跡が見張っている遅発性のリスクです。腫瘍組織は失われる前に保存してください。ベクターの関与は組織でしか確かめられません。
rule-new-malignancy-looks-for = がんの問診・検査、有害事象、または個別の報告で示された新たな悪性腫瘍。
rule-new-malignancy-because = 挿入変異による発がんは、長期追跡が対象とする遅発性のリスクです。
rule-new-malignancy-silent-when = 報告がない場合。時期の近い複数の報告は同じ腫瘍とみなし、一つの所見にまとめます。

rule-rcr-rcl-positive-name = 増殖性ウイルス（RCR/RCL）陽性
rule-rcr-rcl-positive = { $on }：増殖性レトロウイルスまたはレンチウイルスの検査が陽性（{ $assay }）。確認検査：{ $confirmed }。
rule-rcr-rcl-positive-why = 増殖するウイルスはほかの細胞に感染し、他者に伝播するおそれがあります。別の方法で確認し、直ちに治験依頼者に知らせてください。
rule-rcr-rcl-positive-looks-for = 増殖性レトロウイルスまたはレンチウイルスの検査陽性。
rule-rcr-rcl-positive-because = 増殖するウイルスはほかの細胞に感染し、他者に伝播するおそれがあります。
rule-rcr-rcl-positive-silent-when = 確認検査で否定された場合。

rule-persistent-cytopenia-name = 持続する血球減少
rule-persistent-cytopenia = { $line }：{ $on }は { $value } { $unit }。{ $since }から { $count } 回続けて { $limit } { $unit } 未満です。
rule-persistent-cytopenia-why = 移植細胞の喪失、免疫による破壊、または骨髄の悪性腫瘍の最初の徴候の可能性があります。
rule-persistent-cytopenia-looks-for = 好中球、血小板またはヘモグロビンが定められた回数続けて基準未満。
rule-persistent-cytopenia-because = 生着不全、免疫による破壊、または骨髄の悪性腫瘍の最初の徴候の可能性があります。
rule-persistent-cytopenia-silent-when = その血球の最新の値が基準以上の場合、または測定されていない場合。単位をそろえてから比較します。

rule-growth-crossing-name = 成長曲線からの逸脱
rule-growth-crossing = { $kind ->
    [fall] { $what }：z スコアが{ $before-on }の { $before } から{ $on }の { $z } に低下しました（基準：{ $limit } を超える低下）。
    [low] { $what }：{ $on }の z スコアは { $z } で、{ $limit } を下回っています。
   *[high] { $what }：{ $on }の z スコアは { $z } で、{ $limit } を上回っています。
  }
rule-growth-crossing-why = 成長は、栄養、内分泌、慢性感染、ステロイドなど、疾患や治療が子どもに及ぼす影響を早く映し出します。
rule-growth-crossing-looks-for = 期間内に本人の成長曲線から外れた、または基準を超えた体重・身長・頭囲。早産児は 2 歳まで修正年齢で判断します。
rule-growth-crossing-because = 成長は、治療や疾患が子どもに及ぼす影響を早く映し出します。
rule-growth-crossing-silent-when = 年齢または性別に対応する基準がない場合、浮腫がある場合（体重）、または測定が一回だけで基準内の場合。

rule-puberty-early-or-late-name = 思春期の早発・遅発
rule-puberty-early-or-late = { $on }：{ $sign ->
    [breast] 乳房の発達
    [testis] 精巣の増大
   *[menarche] 初経
  }{ $kind ->
    [early] が基準年齢より早く認められました。
   *[late] が基準年齢までに認められません。
  }
rule-puberty-early-or-late-why = 前処置、ステロイド、原疾患は視床下部・下垂体・性腺系に影響します。最終身長と妊孕性は早期の発見に左右されます。
rule-puberty-early-or-late-looks-for = 計画書の定める年齢より早く始まった、またはその年齢までに始まらない思春期。
rule-puberty-early-or-late-because = 最終身長と妊孕性は早期の発見に左右されます。
rule-puberty-early-or-late-silent-when = その徴候を診察していない場合、性別が女・男のいずれとも記録されていない場合、または同じ徴候を既に知らせた場合。

rule-serious-adverse-event-name = 重篤な有害事象
rule-serious-adverse-event = { $term }、{ $grade ->
    [none] グレードの記載なし
   *[given] グレード { $grade }
  }、発現日 { $onset }。報告期限は{ $learned }から数えます。
rule-serious-adverse-event-why = 治験依頼者には直ちに、予測できないものは規制当局にも期限内に知らせる必要があります。
rule-serious-adverse-event-looks-for = 重篤とされた有害事象。
rule-serious-adverse-event-because = 治験依頼者には直ちに、規制当局には期限内に知らせる必要があります。
rule-serious-adverse-event-silent-when = 重篤でない場合。期限は施設が知った日から数え、その日の記載がなければ記録の日から数えます。

rule-adverse-event-onset-name = 有害事象発現時の検体
rule-adverse-event-onset = { $term }（グレード { $grade }）、{ $on } 発現。
rule-adverse-event-onset-why = 発現初期の検体を回復期の検体と比べることで、免疫の関与がわかります。今採らなければ後からは採れません。
rule-adverse-event-onset-looks-for = 定められたグレード以上の有害事象。
rule-adverse-event-onset-because = 発現時と回復時の抗体から、免疫の関与がわかります。
rule-adverse-event-onset-silent-when = グレードが低い、またはグレードがないとき。発現日以降に採取した検体があれば満たされます。

rule-adverse-event-recovery-name = 有害事象回復時の検体
rule-adverse-event-recovery = { $term }（グレード { $grade }）、{ $on } に回復。
rule-adverse-event-recovery-why = 発現時の検体は、回復時の検体がなければ十分に読み取れません。
rule-adverse-event-recovery-looks-for = 定められたグレード以上で、すでに終わった有害事象。
rule-adverse-event-recovery-because = 回復時の検体は、発現時の検体と対になります。
rule-adverse-event-recovery-silent-when = グレードが低い、続いている、または死亡に至ったとき。

rule-blasts-seen-name = 血液中の芽球
rule-blasts-seen = { $on }：血算で芽球 { $blasts } %。
rule-blasts-seen-why = 血液中の芽球は白血病の最初の徴候の可能性があります。塗抹標本を再検し、骨髄検査の要否を検討してください。
rule-blasts-seen-looks-for = 血算で基準以上の芽球。
rule-blasts-seen-because = ベクターの関与の有無にかかわらず、白血病の最初の徴候の可能性があります。
rule-blasts-seen-silent-when = 芽球が数えられていない、または認められない場合。連続する結果は一つの所見とします。

rule-mean-cell-volume-rise-name = 平均赤血球容積の上昇
rule-mean-cell-volume-rise = { $on }の平均赤血球容積は { $mcv } fL で、{ $before-on }の { $before } fL より { $rise } fL 高くなっています。
rule-mean-cell-volume-rise-why = ほかに理由のない赤血球の大型化は、骨髄のクローン性疾患の最初の徴候のことがあります。まずビタミン欠乏と薬剤の影響を確認してください。
rule-mean-cell-volume-rise-looks-for = 投与前の直近の値から基準以上に上昇した平均赤血球容積が、定められた回数続くこと。
rule-mean-cell-volume-rise-because = 血球減少に先立つ、骨髄のクローン性疾患の最初の徴候のことがあります。
rule-mean-cell-volume-rise-silent-when = 以前の値がない、または上昇が続いた回数が足りない場合。投与前の値がなければ最初の値を基準とします。

rule-platelet-fall-name = 血小板の減少
rule-platelet-fall = { $on }の血小板は { $platelets } { $unit } で、{ $before-on }の { $before } { $unit } から { $fall } % 減少しました。{ $haemolysis ->
    [seen] 溶血の徴候があります。
    [not-seen] 溶血の徴候は認められませんでした。
   *[not-looked-for] 溶血はまだ調べられていません。
  }
rule-platelet-fall-why = ベクターの全身投与後では血栓性微小血管症の可能性があります。その日のうちに破砕赤血球、ハプトグロビン、LDH、クレアチニン、血圧を確認してください。
rule-platelet-fall-looks-for = 期間内の最高値から定められた割合以上減少した血小板。
rule-platelet-fall-because = 血栓性微小血管症は血小板減少と溶血で始まり、数日で腎臓を損なうことがあります。
rule-platelet-fall-silent-when = 期間内に以前の値がない場合。同じように低い値が続く間は一つの所見とします。

rule-seroconversion-name = 新たな抗体
rule-seroconversion = { $target }：{ $on }に陽性、{ $before-on }は陰性でした。
rule-seroconversion-why = 新たな抗体やインヒビターは製品の効果を失わせたり、同じ時期の事象の説明となったりします。
rule-seroconversion-looks-for = 同じ標的に対する抗体が陰性から陽性に変わること。
rule-seroconversion-because = 製品の効果を失わせたり、同じ時期の事象の原因となったりします。
rule-seroconversion-silent-when = 同じ測定法と単位による以前の陰性検体がない、または判定保留の場合。

rule-clone-rising-name = 増え続けるクローン
rule-clone-rising = { $specimen }、{ $on }：{ $gene } 近傍のクローンが { $share }%（{ $measure }）を占めています。{ $before-on }は { $before }% でした{ $how ->
    [rising] （{ $samples } 検体続けて上昇）
   *[fold] （{ $times } 倍）
  }。
rule-clone-rising-why = 増え続けるクローンは、大きくなる前に見つかります。再検査で、実際の増加か、検体の少なさや分取の違いによるものかを区別します。
rule-clone-rising-looks-for = 一つのクローンの割合が、前の検体から、または続けて上がった複数の検体で何倍にも増えること。
rule-clone-rising-because = 増加は優勢化に先立ち、割合の基準より早く現れます。
rule-clone-rising-silent-when = 割合が基準に満たない、推定細胞数が下限に満たない、または細胞・ゲノム・数え方が異なる場合。
limit-points = 割合が続けて上がる検体数
limit-tolerance-bp = 同じクローンとみなす位置の幅、bp
