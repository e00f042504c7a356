# シグナル、印刷、実施計画、監査証跡の画面。

## シグナル
signals-counted = 重要度ごとの件数
signals-count = { $standing ->
    [open] 未対応 { $count } 件：
    [closed] 対応済み { $count } 件：
   *[all] 全 { $count } 件：
  }
signals-severity = { $severity ->
    [alarm] 警告 { $count }
    [caution] 注意 { $count }
   *[notice] 参考 { $count }
  }
signals-standing = { $standing ->
    [open] 未対応
    [closed] 対応済み
   *[all] すべて
  }
signals-search = 対象者・シグナルを検索
signals-only = { $code } のみ
signals-all = すべてのシグナルを表示
signals-none = 未対応のシグナルはありません。対応済みのものは上で切り替えて確認できます。
signals-keys = j k・矢印で移動 · Enter で開く · c コメント · r 確認済み · d 問題なし · o 対象者 · f 絞り込み · / 検索
signals-seen = { $on } 検出
signals-by = { $when ->
    [past] 期限 { $on }（{ $days } 日経過）
   *[ahead] { $days ->
        [0] 期限 { $on }（本日）
       *[other] 期限 { $on }（あと { $days } 日）
      }
  }
signals-reopened = 再び未対応になりました。対応済みとした後に新しい根拠が加わったか、担当者が戻したものです。下の履歴をご覧ください。
signals-calls = 必要な対応
signals-calls-none = 内容の確認のみです。
signals-others = 同じ原因の他のシグナル
signals-owed = 未送付
signals-not-owed = 報告は不要になりました
signals-elsewhere = 同じ原因の報告は一度：もう一方のシグナルを参照
report-to = 報告先
report-to-one = { $to ->
    [sponsor] 治験依頼者
    [authority] 規制当局
   *[ethics] 倫理審査委員会
  }{ $owed ->
    [yes] {" · 未報告"}
   *[no] {""}
  }
report-on = 送付日
report-now = たった今送付した場合、日付と時刻は空欄のままで構いません。
report-at = 時刻
report-reference = 受付番号
report-comment = 送付の方法（期限を過ぎた場合は理由が必要）
report-told = 送付済み：{ $what }。記録者 { $who }、{ $at }
report-state = { $state ->
    [over] 期限超過
    [owed] 未送付
    [sent] 送付済み
    [late] 遅れて送付
    [elsewhere] 他のシグナルで報告
   *[none] 報告不要
  }
signals-report-by = { $to }：{ $by }
signals-also = + { $names }
signals-other-open = 開く
signals-covers = 同じ原因です。ここでの対応は次にも適用されます：
signals-entered = 入力
signals-entered-by = { $who }、{ $at }{ $version ->
    [1] {""}
   *[other] {" · 第"}{ $version }版
  }
signals-new = 新規
signals-since = { $reopened ->
    [yes] 再開：
   *[no] 変更あり：
  }{ $who } の対応（{ $what }、{ $at }）以降、{ $came ->
    [0] 新しい根拠はありません
   *[other] { $came } 件の記録が追加または訂正されました（「新規」と表示）
  }{ $gone ->
    [0] 。
   *[other] 。{ $gone } 件の版は根拠ではなくなりました。
  }
signals-sign = パスフレーズ（署名用）
signals-signed = 署名：{ $who }
signals-signing = 署名 …
signals-no-day = 期日なし
signals-evidence = 根拠となる記録
signals-record = 記録
signals-field = 項目
signals-open-record = 対象者の画面で開く
signals-why = なぜ重要か
signals-looks-for = 見ているもの
signals-silent-when = 知らせない場合
signals-authority = 根拠文書
signals-rule = ルールの読み方
signals-version = 第 { $version } 版
signals-history = 対応の履歴
signals-history-none = まだ誰も対応していません。
signals-act = 対応
signals-comment = コメント（確認済みにするときの一言も可）
signals-reason = { $what }：理由
signals-reported-hint = 電話・書面、担当者名など。記録に永続します。
signals-not-judging = コメントの記入と担当の引き受けができます。確認済み・報告済み・問題なしの判断は医師が行います。
signals-may-not = シグナルへの対応はコーディネーターと医師が行います。ここでは閲覧のみできます。
signals-asks = { $what }…
signals-kept = 保存しました：{ $what }

## 印刷
print-title = { $code } のご家族用の予定表
print-whose = どなたの予定表を印刷しますか。
print-about = 対象者の識別コードを入力してください。これからの来院をすべて、ご家族の言語で印刷します。
print-language = 用紙の言語
print-language-own = ご家族の言語
print-paper = 用紙
print-paper-size = { $paper ->
    [letter] レター（北米）
   *[a4] A4
  }
print-naming = 製品名と診断名
print-not-named = 記載しない
print-named = 製品名を記載する
print-naming-about = 予定表は家の中で人目に触れます。製品名はご家族が望む場合だけ記載してください。診断名は印刷されません。
print-folder = 保存先フォルダー
print-folder-hint = 空欄のときは、データファイルの隣の「papers」に保存します。
print-save = ファイルに保存
print-calendar-save = カレンダーを保存（.ics）
print-saved = 保存しました：{ $pages } ページ、来院 { $visits } 回。
print-calendar-saved = 保存しました：来院 { $visits } 回分のカレンダー項目。
print-calendar-open = カレンダーで開く
print-preview = 印刷される内容
print-preview-own = ここではあなたの言語で表示しています。印刷はご家族の言語です。
print-preview-language = ここではあなたの言語で表示しています。印刷は{ $language }です。
print-for = 宛て先
print-no-name = ご家族が書面用の呼び名を決めていないため、識別コードを印刷します。
print-name-sealed = この役割では氏名は表示されません。
print-may-not = ご家族用の印刷はコーディネーターと医師が行います。ここでは印刷内容を確認できます。
print-product = 製品
print-next = 次の来院（大きく表示）
print-rest = ほか { $count } 回、最後は { $until } まで
print-also = そのほか
print-also-text = すぐに電話すべきとき、してはいけないこと、引っ越し前の連絡のお願い、次の来院を携帯電話に入れる二次元コード
print-calendar-about = カレンダーファイルには同じ { $count } 回の来院が入ります。予約済みはその日時、それ以外は終日の予定です。後日保存し直すと、項目は重複せず更新され、取り消したものは消えます。

## 実施計画
study-count = 当施設で有効：{ $count }
study-protocols = 計画書
study-in-force = 当施設で有効
study-none-in-force = まだありません。有効な計画書がないと登録できません。
study-presets = ひな型（未発効）
study-own = 独自の計画書
study-is-in-force = 有効
study-summary = { $product }（{ $class }）、{ $integrating ->
    [yes] ゲノムに挿入される、
   *[no] ゲノムに挿入されない、
  }追跡期間 { $period }。
study-visits = 来院
study-rules = ルール
study-notes-sources = 注記と出典
study-text = 原文
study-window = 許容期間：{ $window }
study-genes = 注視する遺伝子：
study-no-limits = 設定する基準値はありません。
study-no-rules = この計画書には監視するルールがありません。
study-choices = プロトコルで定めた事項
study-notes = 注記
study-no-notes = ありません。
study-sources = 出典
study-source = 文書
study-issued = 発行
study-authority = 機関
study-confidence = 確かさ
study-adopt-about = 「{ $title }」（来院 { $visits } 種）を当施設で発効します。今後登録する対象者に適用でき、登録済みの対象者は元の計画書のままです。この操作は記録に永久に残ります。
study-may-not = 計画書の発効は医師または管理者が行います。
study-adopted = { $reference } が当施設で有効になりました。
study-own-about = ひな型と同じ書き方です。ひな型の「原文」を開き、書き換えて作成できます。誤りは行、キー、直し方とともに示します。
study-own-file = ファイルを選ぶ（TOML）…
study-own-paste = 計画書の文面
study-faults = { $count ->
    [0] 発効を妨げる誤りはありません。
   *[other] 直すべき誤りが { $count } 件あります。
  }{ $notes ->
    [0] {""}
   *[other] 注意が { $notes } 件あります。
  }
study-fault-at = { $stops ->
    [yes] 要修正、{ $line } 行目
   *[no] 注意、{ $line } 行目
  }

## 監査証跡
audit-of = { $of } の監査証跡
audit-extent = { $count } 件（記録者 { $people } 名）、{ $from } から { $to } まで、新しい順。
audit-checking = データの連鎖を検査しています…
audit-export = すべての記録を書き出す
audit-may-not = モニターは閲覧のみで、書き出しはできません。
audit-site = 施設の記録
audit-kind = 記録の種類
audit-all-kinds = すべて
audit-kind-count = { $kind }（{ $count }）
audit-search = 値・記録者・日付で検索
audit-none = まだ記録はありません。
audit-more = さらに表示（残り { $count } 件）
audit-title = { $kind }：{ $what }
audit-version = 変更あり、第 { $version } 版
audit-signed = { $who } が { $at } に署名
audit-reason = 理由：{ $reason }
audit-before = 変更前
audit-after = 変更後
audit-nothing = なし
audit-in-chain = 連鎖と一致
audit-fingerprint = 照合値
audit-entry = 記録番号
audit-yes-no = { $value ->
    [true] はい
   *[false] いいえ
  }
audit-meaning = { $meaning ->
    [entered] 本人が入力
    [reviewed] 本人が確認
   *[approved] 本人が承認
  }

screen-clones = クローン
screen-import = 検査施設の表
subject-clones = クローン
import-title = { $code } の挿入部位：検査施設の表
import-about = CSV、TSV、XLSX。検査施設から届いたままの形で。すべて保存するか、まったく保存しないかのどちらかで、ファイルそのものも記録とともに残します。
import-step-file = 1 · ファイル
import-step-columns = 2 · 列の意味
import-step-samples = 3 · だれの検体か
import-path = 表のファイル
import-association = 検体の対応表
import-association-hint = 検査施設から届いた場合：1 行に 1 検体、細胞種と時点つき。
import-choose = 選ぶ…
import-laboratory = 検査施設
import-laboratory-hint = 列の設定は次の表のために覚えておきます。
import-look = ファイルを見る
import-look-again = もう一度見る
import-remembered = { $laboratory } の前回の表と同じように読み取ります。
import-preview = { $name } の先頭の行
import-row-names = （行の名前）
import-no-column = – なし –
import-sheet = シート
import-place = 部位の書き方
import-place-columns = 染色体と位置
import-place-site = 一つの名前
import-place-none = 書かれていない
import-col-chromosome = 染色体
import-col-position = 位置
import-col-strand = 鎖
import-col-site = 部位
import-col-gene = 最も近い遺伝子
import-col-abundance = 量
import-col-cell-type = 細胞種
import-col-time-point = 時点
import-col-build-column = 参照ゲノムの列
import-col-sample = 検体
import-layout = 表の 1 行は
import-layout-long = 一検体の一部位
import-layout-wide = 一部位（列ごとに一検体）
import-measure = 量が数えたもの
import-measure-ask = 表に書かれていなければ検査施設に尋ねてください。
import-build = 参照ゲノム
import-build-ask = これがないと位置に意味がありません。
import-samples-wide = 検体である列
import-samples-long = 検体を示す列
import-repair = 表計算ソフトが日付に変えた遺伝子名を直す
import-sum = 重複する部位を合計する（反復測定）
import-multihits = 反復配列中のクローンも数える（位置なし）
import-lacking = 表を読み取る前に、あと { $count } 項目が必要です。
import-read = 表を読み取る（{ $bytes } kB）
import-begins = 読み取り中…
import-progress-read = { $done } 行を読み取りました
import-progress-packed = { $all } 件中 { $done } 件を準備しました
import-progress-kept = { $all } 件中 { $done } 件を保存しました
import-stop = 中止（何も保存しない）
import-problems = 表に { $count } 件の誤りがあります。何も保存していません。表示：{ $shown } 件。
import-problems-of = 表の誤り
import-problem-row = 行
import-problem-column = 列
import-problem-what = 内容
import-repair-now = 遺伝子名を直して読み直す
import-repair-about = 日付と染色体に合う遺伝子が一つのときだけ直します。直したものはすべて示し、記録します。
import-repaired = 修復：{ $list }
import-was-read = { $rows } 行、{ $samples } 検体（{ $measure }）。
import-keep = 保存
import-sample = 検体
import-only-sample = 唯一の検体
import-clones = クローン数
import-top = 最大
import-subject = 対象者
import-specimen = 検体の種類
import-on = 採取日
import-vcn = VCN
import-positive = ベクター陽性、%
import-comment = 検査施設のコメント
import-because = 通常と異なる点の理由
import-because-hint = この表の各記録とともに残します。
import-save = { $count } 検体を保存
import-save-about = 結果待ちの検体は、その結果になります。後で表全体を取り消せます。
import-saved = { $rows } 行から { $samples } 検体を保存しました。シグナル：{ $findings } 件。
imports-title = 取り込んだ表
imports-on = 取り込み日
imports-file = ファイル
imports-samples = 検体
imports-rows = 行
imports-by = 操作者
imports-undo = 取り消す
imports-undo-title = { $file } を取り消す
imports-undo-about = { $count } 件の記録が無効になりますが、台帳には残ります。結果待ちだったものは、結果待ちに戻ります。
imports-undone = { $file } を取り消しました。
clones-title = { $code } のクローン
clones-to-subject = 対象者
clones-import = 検査施設の表を取り込む
clones-groups = 参照ゲノムや数え方の異なる検体を並べて比べることはありません。
clones-groups-label = 比べられる検体
clones-none = 挿入部位の記録はまだありません。
clones-none-more = 検査施設から届いた表を取り込むか、来院時のフォームにクローンを入力してください。
clones-said-yes = はい
clones-said-no = いいえ
clones-said-silent = 判断しません
clones-question-do = すべきことは？
clones-nothing-due = 未実施の検査や報告はありません。
clones-more = ほか { $count } 件
clones-plot = { $cells }：クローンの割合（{ $measure }）
clones-rest = その他のクローン
clones-few = （細胞数不足）
clones-table = 大きいクローン：{ $all } 個中 { $shown } 個
clones-all = { $count } 個を表示
clones-fewer = 少なく表示
clones-watched = 監視遺伝子：{ $place }
clones-col-clone = クローン
clones-col-top = 最大の割合、%
clones-col-lineages = 見られた細胞
clones-col-first = 初めて
clones-col-last = 最後に
clones-samples = 検体（{ $measure }、{ $build }）
clones-col-sample = 検体
clones-col-vcn = VCN
clones-col-positive = ベクター陽性
clones-col-comment = 検査施設のコメント
clones-shared = 細胞種に共通するクローン
clones-shared-about = 複数の系列に見られるクローンは、幹細胞か初期の前駆細胞に由来します。
print-growth-save = 成長曲線を保存
print-growth-saved = 成長曲線を保存しました（1 ページ）。
clones-print = 印刷
clones-printed = { $pages } ページを作成し、次に保存しました：
clones-signals = 未処理のシグナル { $count } 件
study-compare = 変更点
study-compare-with = 比較する版
study-no-change = 新たに求めるものはありません。
study-decided = 移行 { $moved } 名、継続 { $stays } 名、未決定 { $open } 名
study-decision-moved = { $on } に移行
study-decision-stays = 継続
study-decision-undecided = 未決定
study-tracks = 実施計画書以外の追跡要件
study-line = { $authority } · { $class }
