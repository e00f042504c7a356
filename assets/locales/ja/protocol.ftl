# 実施計画書を読みやすく示す語句と、計画書の記述の誤り。期間と日付は文字列として渡される。

## 製品の区分
vector-class-lentiviral-hsc = レンチウイルス導入造血幹細胞
vector-class-gammaretroviral-hsc = ガンマレトロウイルス導入造血幹細胞
vector-class-car-t = CAR-T 細胞
vector-class-genome-editing = ゲノム編集
vector-class-aav-systemic = AAV（全身投与）
vector-class-aav-ocular = AAV（眼内投与）
vector-class-plasmid = プラスミド
vector-class-oncolytic = 腫瘍溶解性ウイルス

## 準拠する規制当局
authority-fda = FDA（米国）
authority-ema = EMA（欧州連合）
authority-cde = CDE（中国）
authority-pmda = PMDA（日本）
authority-sponsor = 治験依頼者
authority-registry = レジストリ

## 条項の確かさ
confidence-verified = 原典で確認済み
confidence-well-known = 広く知られた内容（原典との照合が必要）
confidence-to-be-confirmed = 治験依頼者による確認待ち

## 日付の起点
anchor-dosing = 初回投与
anchor-dosing-last = 最終投与
anchor-dosing-each = 各回の投与
anchor-dosing-number = { $n }回目の投与
anchor-enrolment = 登録
anchor-consent = 同意取得
anchor-birth = 出生
anchor-majority = 成年
anchor-previous-visit = 前回の来院
anchor-event = 先に行う来院

## 来院の時期
visit-when = { $anchor }＋{ $offset }
visit-when-before = { $anchor }－{ $offset }
visit-when-on = { $anchor }の当日
visit-when-repeated = { $anchor }＋{ $offset }、以後{ $every }ごと、{ $until }まで
window = { $early }前から{ $late }後まで
citation = { $title }（{ $issued }）：{ $clause }

## 対象と期間
condition-always = 常に
condition-and = 、かつ
condition-or = 、または
condition-not = 次に該当しない場合：{ $condition }
condition-every-nth = { $n ->
    [1] 毎回
   *[other] { $n }回に1回
  }
condition-from-nth = この系列の第 { $n } 回から
condition-sex = { $sex }のみ
condition-age-under = { $age }未満
condition-age-from = { $age }以上
condition-years-after = 投与後{ $years }以降
condition-years-before = 投与後{ $years }まで
condition-until-cleared = { $n }回続けて陰性になるまで
condition-until-cleared-spaced = { $spacing }以上の間隔で { $n } 回続けて陰性になるまで
condition-rcr-rcl-positive = RCR/RCL 検査の陽性後、{ $n } 回続けて陰性になるまで
condition-vector-detected = { $n }回続けてベクターが検出されなくなるまで
condition-answered = 「{ $field }」の回答が「{ $answers }」になってから
condition-finding-open = 所見「{ $rule }」が未解決の間

## 記述の誤り
fault-not-toml = ここから先を TOML として読めません（{ $detail }）。この箇所の引用符、括弧、等号を確認してください。
fault-key-missing = 「{ $key }」がありません。この表に加えてください。
fault-key-unknown = この表に「{ $key }」というキーはありません。「{ $nearest }」ではありませんか。
fault-empty = 内容が空です。記入するか、省略できるキーであれば行を削除してください。
fault-wrong-type = 値の種類が違います（{ $found }）。{ $wanted } の形で書いてください。
fault-not-a-period = 「{ $value }」は期間として読めません。ISO 8601 に従い年・月・週・日で書いてください（例：{ $example }）。
fault-not-a-day = 「{ $value }」は暦の日付ではありません。年-月-日の形（例：2027-01-01）で書いてください。
fault-not-positive = { $value } は 0 より長くなければなりません。
fault-not-a-count = ここには { $least } 以上の整数を書いてください。
fault-not-one-of = ここに「{ $value }」は使えません。「{ $nearest }」ではありませんか。使えるもの：{ $allowed }。
fault-language-missing = 「{ $language }」の文がありません。代わりに英語を表示します。英語がない計画書は使えません。
fault-citation-form = 「{ $value }」は出典を示していません。出典の ID、コロン、条項の順に書いてください："source-id: clause"。
fault-negative-window = 許容期間を { $value } にはできません。始まる前に終わってしまいます。予定日の前後に認める長さを、負号なしで書いてください：{ $side } = "{ $right }"。予定日だけなら "P0D" とします。
fault-repeat-forever = { $value } ごとの繰り返しでは先に進みません。0 より長い期間を書いてください。
fault-repeat-without-until = 繰り返しに終わりがありません。「until」に、起点から最後の来院までの期間を書いてください。
fault-until-without-every = 「until」には「every」（繰り返しの間隔）も必要です。
fault-repeat-ends-before-it-begins = 繰り返しの終わり（{ $until }）が最初の来院（{ $after }）より前です。「until」を遅らせるか「after」を早めてください。
fault-repeat-needs-number = 来院「{ $visit }」：コードの { "{" }n{ "}" } は、繰り返す来院にだけ必要です。加えるか、取り除いてください。
fault-repeat-too-many = 来院「{ $visit }」の繰り返しが { $most } 回を超えます。「every」を長くするか「until」を早めてください。
fault-limit-form = 「{ $value }」は小数でも期間でもありません。"20"、"0.5"、"P1Y" のように引用符を付けて書いてください。
fault-limit-missing = 規則「{ $rule }」には限度値「{ $value }」が必要です。ないと規則は働きません。「limits」に加えてください。
fault-limit-unknown = この規則に限度値「{ $value }」はありません。「{ $nearest }」ではありませんか。限度値：{ $allowed }。
fault-call-form = 求める対応を書いてください：検査項目を示す「repeat」、報告先を示す「report」、または文を示す「evaluate」。
fault-clock-form = 「{ $value }」は報告期限として読めません。時間または日で書いてください："24h"、"15d"。
fault-counts-nothing = 数える事象がありません。“counts” に一つ以上挙げてください。
fault-counts-form = 事象は規則・評価・死亡のいずれかです：{"{"} rule = "…" {"}"}、{"{"} assessment = "…", grade-at-least = 3 {"}"}、{"{"} death = true {"}"}。
fault-boundary-form = 境界は件数・割合・ベータ二項のいずれかです：{"{"} events = 2 {"}"}、{"{"} share = "0.2", from-people = 6 {"}"}、{"{"} expected = "0.20", prior = ["0.6", "2.4"], alpha = "0.10" {"}"}（alpha の代わりに cut-off も可）。
fault-boundary-never = { $people } 人のうち何件起きてもこの境界には達しません。決して中止に至らない規則です。
fault-prior-form = 事前分布は二つの数（事象とそれ以外）です：["0.6", "2.4"]。
fault-not-a-decimal = 「{ $value }」はここで使える正の数ではありません。確率は 1 以下で、"0.20" のように引用符を付けて書いてください。
fault-too-many-people = 境界は { $most } 人まで計算します。
fault-rate-unreadable = 発生率表の { $row } 行目を読めません。
fault-rate-column-missing = 発生率表に「{ $column }」の列がありません。
fault-rate-not-a-sex = 発生率表の { $row } 行目：「{ $value }」は female・male・空欄のいずれでもありません。
fault-rate-not-an-age = 発生率表の { $row } 行目 { $column }：「{ $value }」は満年齢ではありません。
fault-rate-not-a-rate = 発生率表の { $row } 行目：「{ $value }」は 10 万人年あたりの率ではありません。
fault-rate-turned = 発生率表の { $row } 行目は終わりが始まりより前です。
fault-rate-overlaps = 発生率表の { $row } 行目の年齢は { $line } 行目と重なっています。
fault-kind-unknown = 「{ $value }」という書式はありません。「{ $nearest }」ではありませんか。書式：{ $allowed }。
fault-field-unknown = この書式に「{ $value }」という項目はありません。「{ $nearest }」ではありませんか。項目：{ $allowed }。
fault-code-unknown = 「{ $value }」はこの項目の選択肢ではありません。「{ $nearest }」ではありませんか。選択肢：{ $allowed }。
fault-source-unknown = 「{ $value }」という出典はありません。「{ $nearest }」ではありませんか。[[source]] を加えるか、次のいずれかを引用してください：{ $allowed }。
fault-task-unknown = 「{ $value }」という検査項目はありません。「{ $nearest }」ではありませんか。[[task]] を加えるか、次のいずれかを使ってください：{ $allowed }。
fault-rule-unknown = この計画書に規則「{ $value }」はありません。「{ $nearest }」ではありませんか。[[rule]] を加えるか、次のいずれかを使ってください：{ $allowed }。
fault-no-such-rule = このプログラムに規則「{ $value }」はありません。「{ $nearest }」ではありませんか。使える規則：{ $allowed }。
fault-event-unknown = 「{ $value }」という来院はありません。「{ $nearest }」ではありませんか。来院：{ $allowed }。
fault-visit-without-task = 来院「{ $visit }」で行うことがありません。「do」に一つ以上書いてください。
fault-visit-without-mode = 来院「{ $visit }」の実施方法がありません。「modes」に一つ以上書いてください。
fault-no-previous-visit = 来院「{ $visit }」は前の来院を起点としていますが、最初の来院です。別の起点にしてください。
fault-anchor-cycle = 次の来院は互いを待っています（それぞれ次の来院が起点）：{ $visits }。いつまでも日付が決まりません。いずれかを投与日などの決まった日から数えてください。
fault-code-given-twice = 「{ $value }」は「{ $other }」と「{ $visit }」の両方の来院になります。どちらかの行に別のコードを付けてください。
fault-used-twice = 「{ $value }」が重複しています。それぞれ別の名前にしてください。
fault-visit-beyond-follow-up = 来院「{ $visit }」が追跡期間の終了後にあたります。「follow-up」を延ばすか、来院を早く終えてください。
fault-gap-of-a-year = { $from }年目から{ $to }年目まで連絡がありません。指針は年1回以上の連絡を求めています。来院を加えてください。
fault-matrix-unknown = 排出検査の様式に「{ $value }」という検体はありません。「{ $nearest }」ではありませんか。検体：{ $allowed }。
study-choice-follow-up = 追跡期間
study-choice-ctcae = 検査値のグレード判定に用いる CTCAE の版
study-choice-growth = 成長の評価に用いる基準
study-choice-results-within = 検査結果を待つ期間
study-choice-age-of-majority = 成人年齢
fault-not-an-amount = 「{ $value }」は金額ではありません。0 以上の数を引用符で囲んで記入してください（例："12.50"）。
fault-not-a-currency = 「{ $value }」は通貨ではありません。大文字 3 文字で記入してください（例：JPY）。
fault-ladder-empty = 連絡の手順がありません。“step” に一つ以上挙げてください。
fault-ladder-channel-twice = 連絡方法「{ $value }」の手順はすでにあります。“times” を増やしてください。
fault-consent-without-version = この文書には版がありません。“version” に一つ以上挙げてください。
fault-consent-versions-out-of-order = 版は発効順に書きます。「{ $value }」は「{ $before }」より後ではありません。日付を省けるのは最初の版だけです。
fault-consent-asked-twice = { $visit } は { $task } を求め、“consent” の文書も同じ種類を求めています。来院から課題を外すか、一覧から文書を外してください。
fault-assent-by-another = アセントは本人のものです。“given-by” を省くか、[“subject”] としてください。
fault-ages-end-before-they-begin = 年齢の終わり { $value } が始まり { $from } より前です。入れ替えてください。
study-consent-by = { $by }が署名
study-consent-from = { $age }から
study-consent-under = { $age }未満
study-consent-within = { $within }以内
study-consent-version = 第 { $version } 版
study-consent-version-from = 第 { $version } 版（{ $on } から）
study-consent-version-again = 第 { $version } 版（{ $on } から、{ $within }以内に再署名）
