# ウィンドウ：枠、共通の操作、フォーム、および解錠・今日・対象者・登録・来院・設定の各画面。

## 枠
shell-brand = Perennial
shell-rail = 画面
shell-skip = 本文へ移動
shell-practice = 練習用：登場する人物はすべて架空です
shell-saved = { $time } 保存済み
shell-nothing-saved = まだ保存はありません
shell-locks-in = あと { $minutes } 分でロック
shell-held-title = まだロックしていません
shell-held-person = 入力した内容を下書きとして保存できなかったため、ロックしていません。{ $why }もう一度試すか、内容を安全な場所に写すか、保存せずにロックしてください。
shell-held-clock = 操作がなかったため、画面を隠しました。入力した内容を下書きとして保存できず、データファイルはまだロックされていません。{ $why }数秒ごとに再試行します。
shell-held-trying = 入力した内容を保存しています…
shell-held-again = もう一度試す
shell-held-anyway = 破棄してロックする
shell-held-without = 保存せずにロックする
shell-left-unkept = そこに入力した内容を下書きとして保存できませんでした。{ $why }ロックするか終了するまでは残っています。元の画面に戻るか、空き容量を確保してください。
shell-language = 言語
shell-speak = 言語：{ $language }
shell-find = 検索
shell-find-key = Ctrl K
shell-find-hint = 画面・操作・対象者
shell-find-none = 該当するものはありません。
palette-visit = 表示中の対象者の来院を記録
palette-print = 表示中の対象者の予定表を印刷
palette-backup = 今すぐバックアップ
palette-verify = データファイルの完全性を今すぐ検査
palette-light = 外観：ライト
palette-dark = 外観：ダーク
palette-system = 外観：システムに合わせる
shell-unreachable = プログラムが応答しません。何も保存されていません。一度閉じて開き直してください。入力内容は下書きに残っています。
shell-clock-behind = このパソコンの日付が最後の記録（{ $last }）より前になっています。日付を直すか、下で正しいことを確認してください。それまでは期限や期限超過を判定しません。許容期間の表示は変わりません。記録は続けられますが、入力日時には誤った日付が付きます。
shell-date-right = { $today } で正しい…
shell-date-title = このパソコンの日付は正しいですか
shell-date-about = カレンダーや携帯電話で確かめてください。今日が { $today } であれば、以前に誤った日付（{ $last }）で記録されたものがあります。確認すると、すべて今日の日付で判定し直します。記録の日付はそのまま残り、理由は台帳に残ります。
shell-date-because = もう一方の日付が誤っていた理由
shell-date-confirm = 今日は { $today } です
shell-as-of = { $on } 時点で分かっていた内容です。ここでは記録できません。
shell-as-of-title = 過去の日の時点で表示
shell-as-of-about = すべての一覧とページを、その日の終わりに分かっていた内容で表示します。今日に戻るまで、内容は変わらず、記録もできません。
shell-as-of-day = 日付
shell-as-of-show = その日を表示
shell-as-of-back = 今日に戻る
palette-as-of = 過去の日の時点で表示…
palette-as-of-day = { $on } 時点で表示
palette-present = 今日に戻る
audit-as-of = その日の時点で表示
shell-ago = { $unit ->
    [minute] { $count } 分前
   *[second] { $count } 秒前
  }
shell-person = { $name }（{ $role }）
shell-role-coordinator = コーディネーター
shell-role-investigator = 責任・分担医師
shell-role-monitor = モニター（閲覧のみ）
shell-role-administrator = 管理者

## 画面の名前
screen-unlock = 解錠
screen-today = 今日
screen-subjects = 対象者
screen-signals = シグナル
screen-print = 印刷
screen-study = 実施計画
screen-audit = 監査証跡
screen-settings = 設定
screen-enrol = 対象者の登録
screen-subject = 対象者
screen-visit = 来院

## 共通の操作
action-close = 閉じる
action-lock = ロック
action-back = 戻る
action-cancel = 取り消す
action-save = 保存

## 日付欄
date-field-form = 年-月-日
date-field-fault = { $fault ->
    [ambiguous] 二通りに読めます。「年-月-日」で書いてください（例：2026-03-09）。
    [impossible] 暦にない日付です。
   *[unreadable] 「年-月-日」で書いてください（例：2026-03-09）。
  }

## 解錠
unlock-about = 遺伝子治療後15年間の長期フォローアップを、このパソコンの中で。
unlock-offline = ネットワークは不要です。すべて暗号化してこのパソコンに保存します。
unlock-version = バージョン { $version }
unlock-open = 解錠する
unlock-opening = 開いています…
unlock-store = データファイル
unlock-in-use = 別のプログラムがこのファイルを開いています。先にそちらを閉じてください。
unlock-login = ログイン名
unlock-passphrase = パスフレーズ
unlock-new-passphrase = 新しいパスフレーズ
unlock-passphrase-hint = 短い記号の列より、いくつかの単語を並べたほうが安全で覚えやすくなります。
unlock-repeat = パスフレーズ（確認）
unlock-needed = 入力してください。
unlock-differs = 二つのパスフレーズが一致しません。同じものを入力してください。
unlock-create = データファイルを作成
unlock-create-about = 実際の対象者のためのものです。暗号化された一つのファイルと、印刷して保管する復旧キットを作ります。
unlock-creating = 作成しています…
unlock-explore = 練習用の試験を開く
unlock-explore-about = 架空の60名、12年分のデータです。自由にお試しください。実際のデータには影響しません。
unlock-preparing = 練習用の試験を準備しています…
unlock-site = 施設名
unlock-site-hint = ご家族にお渡しする紙に印刷されます。
unlock-telephone = ご家族用の電話番号
unlock-telephone-hint = どの紙にも大きく印刷されます。
unlock-address = 住所
unlock-name = お名前
unlock-role = 役割
unlock-path = データファイルの場所
unlock-path-hint = 既にあるファイルを上書きすることはありません。
unlock-recover = 復旧キットを使う
unlock-kit = 復旧キット
unlock-kit-about = すべてのパスフレーズを失ったとき、この言葉でファイルを開けます。表示されるのは今だけです。印刷して施錠保管し、電子ファイルは残さないでください。
unlock-kit-file = 印刷用のファイル：
unlock-kit-open = 開いて印刷
unlock-kit-type = 紙に書かれた { $place } 番目の言葉
unlock-kit-wrong = 言葉が一致しません。紙と一文字ずつ照らし合わせてください。
unlock-kit-confirm = 印刷しました。ファイルを開く
unlock-kit-words = 復旧キットの言葉
unlock-kit-words-hint = 順番どおりに、空白で区切って入力してください。

## 今日
today-accounted = 全員の所在
today-enrolled = 登録 { $count } 名：
today-count-up-to-date = 予定どおり { $count } 名
today-count-due = 期限内 { $count } 名
today-count-overdue = 期限超過 { $count } 名
today-count-not-judged = 判定なし { $count } 名
today-count-lost = 追跡不能 { $count } 名
today-count-withdrawn = 同意撤回 { $count } 名
today-count-transferred = 転院 { $count } 名
today-count-deceased = 死亡 { $count } 名
today-count-completed = 完了 { $count } 名
today-filter = 表示するもの
today-all = すべて
today-group-overdue = 期限超過 { $count }
today-group-not-judged = 未実施（判定なし） { $count }
today-group-due = 期限内 { $count }
today-group-awaited = 結果待ち { $count }
today-group-signal = シグナル { $count }
today-group-coming = 今後の予定 { $count }
today-search = 対象者・来院を検索
today-sort = 並び順
today-sort-urgency = 急ぐものから
today-sort-subject = 対象者順
today-sort-due = 予定日順
today-action-open-visit = 来院を開く
today-action-record-call = 連絡を記録
today-action-enter-result = 結果を入力
today-action-review-signal = シグナルを確認
today-action-report = 報告する
today-action-open-subject = 被験者を開く
today-action-record-attempt = 連絡を記録
today-action-record-consent = 同意を記録
today-action-decide = 決定する
today-window = { $earliest }～{ $latest }
today-since = { $on } から
today-none = 期限を過ぎたものも、今すべきものもありません。
today-none-not-judged = 今後数週間に予定されたものはありません。パソコンの日付を直すまで、遅れの有無は判定できません。
today-none-filtered = この条件に合うものはありません。
today-others = + 同じ原因 { $count } 件
today-nobody = まだ誰も登録されていません。
today-next = { $days ->
    [0] 次は { $code }、{ $what }（本日）です。
   *[other] 次は { $code }、{ $what }（{ $days } 日後）です。
  }
today-clear = 全員を表示
today-draft = { $what ->
    [enrol] 入力途中の登録（下書き { $time }）
    [correct] 入力途中の結果・訂正：{ $code }（下書き { $time }）
    [life] 対象者ページの入力途中：{ $code }（下書き { $time }）
    [finding] シグナルへの入力途中のコメント：{ $code }（下書き { $time }）
   *[visit] 入力途中の来院：{ $code }（下書き { $time }）
  }
today-draft-open = 続ける
today-keys = j k・矢印で移動 · Enter で開く · w 理由 · o 対象者 · p 印刷 · f 絞り込み · / 検索
today-why = 理由
today-why-title = { $code }：{ $what }の日付の理由
today-print = この一覧を印刷
today-printed = 一覧を保存しました：{ $pages } ページ。

## 対象者
subjects-search = 識別コードで検索
subjects-state = 状態
subjects-everyone = 全員
subjects-state-up-to-date = 予定どおり
subjects-state-due = 期限内
subjects-state-overdue = 期限超過
subjects-state-not-judged = 判定なし
subjects-state-lost = 追跡不能
subjects-state-withdrawn = 同意撤回
subjects-state-transferred = 転院
subjects-state-deceased = 死亡
subjects-state-completed = 完了
subjects-count = { $count } 名
subjects-none-found = 該当する対象者はいません。
subjects-dosed = { $on } 投与
subjects-not-dosed = 未投与
subjects-until = { $on } まで
subjects-findings = シグナル { $count } 件
subjects-keys = Enter で開く · j k・矢印で移動 · n 登録 · p 印刷 · / 検索

## 登録
enrol-study = 試験
enrol-protocol = 実施計画書
enrol-choose = 選択してください
enrol-protocol-adopted = { $title }（{ $reference }）
enrol-protocol-preset = { $title }（{ $authority } のひな形、当施設では未採用）
enrol-adopt = 採用する
enrol-adopt-about = このひな形（{ $class }）は当施設ではまだ採用されていません。先に「実施計画」で内容をご確認ください。
enrol-person = 対象者
enrol-code = 対象者識別コード
enrol-code-hint = 試験で定めたもの。氏名やイニシャルは使わないでください。
enrol-born = 生年月日
enrol-gestation = 在胎週数
enrol-gestation-hint = 早産の場合のみ。
enrol-sex = 性別
enrol-sex-female = 女性
enrol-sex-male = 男性
enrol-sex-undifferentiated = 性分化が未確定
enrol-sex-unknown = 不明
enrol-consented = 同意取得日
enrol-enrolled = 登録日
enrol-language = ご家族の言語
enrol-language-hint = お渡しする紙はこの言語で印刷されます。
enrol-dosing = 初回投与
enrol-dosing-about = 投与が一部のみ、または不成功でもフォローアップは始まります。未投与の場合は日付を空けておいてください。
enrol-dosed = 投与日
enrol-outcome = 投与の状況
enrol-outcome-complete = 全量投与
enrol-outcome-partial = 一部投与
enrol-outcome-failed = 不成功
enrol-batch = ロット番号
enrol-dosing-note = 投与についての備考
enrol-family = ご家族・連絡先
enrol-family-about = 専用の鍵で封印し、診療データとは別に保管します。すべて空欄でもかまいません。
enrol-name = 氏名
enrol-called = 紙に載せる呼び名
enrol-called-hint = お名前、イニシャルなど、ご家族の希望どおりに。
enrol-contact = 連絡先 { $number }
enrol-contact-who = 続柄（母、祖父、かかりつけ医など）
enrol-contact-telephone = 電話番号
enrol-contact-email = メールアドレス
enrol-contact-address = 住所
enrol-contact-decides = 代諾者としての続柄
enrol-contact-decides-not = 代諾者ではない
enrol-contact-decides-hint = お子さんに代わって署名する方。以後の変更は本人のページの「同意」で記録します。
enrol-contact-name = 氏名
enrol-contact-add = 連絡先を追加
enrol-note = ご家族についての備考
enrol-because = この内容で正しい理由
enrol-not-yet = 直すべき点が { $count } か所あります（上に表示）。まだ保存されていません。
enrol-confirm = 登録する
enrol-done = { $code } を登録しました。
enrol-kept = 下書き保存済み

## フォーム
form-unit = 単位
form-result = 結果
form-result-typed = 値
form-result-not-detected = 検出せず
form-result-below-quantification = 検出、定量下限未満
form-lod = LOD
form-lod-long = 検出限界
form-lloq = LLOQ
form-lloq-long = 定量下限
form-nothing = 報告事項なし
form-nothing-whole = 確認済み：報告事項なし。
form-not-done = 未実施（理由）…
form-not-done-because = 未実施の理由
form-awaited = 結果待ち
form-awaited-whole = 検体は採取済みで、結果を待っています。「今日」に表示され続けます。
form-limits-of = { $laboratory } の基準値を入力
form-limits-fills = { $count ->
   *[other] 空欄 { $count } か所に入力します。
}
form-limits-full = 入力する空欄はありません。
form-limits-filled = { $count ->
   *[other] { $laboratory } の基準値を { $count } か所に入力しました。
}
form-keys = どの欄でも：Alt+N 未実施（理由） · Alt+D 報告事項なし
form-key-not-done = Alt+N
form-key-nothing = Alt+D
form-because = 理由…
form-answer-after-all = やはり入力する
form-computed-later = 上の値から計算します
form-reason = この値で正しい理由
form-reason-for = 「{ $field }」の値で正しい理由
form-date-form = 年-月-日、または年のみ
form-not-done-for = 「{ $field }」が未実施の理由
form-before = 前回まで：
form-plausible = 想定範囲 { $low }～{ $high }
form-plausible-unit = 想定範囲 { $low }～{ $high } { $unit }
form-collected-on = 採取日・診察日
form-progress = { $of } 項目中 { $answered } 項目入力済み
form-closure-nothing-to-report = 報告事項なし
form-closure-not-done = 未実施
form-closure-awaited = 結果待ち
form-problems = 要修正 { $count } か所
form-flags = 注意 { $count } 件
form-remove = 「{ $form }」をこの来院から外す
form-row = 行
form-row-add = 行を追加
form-row-remove = { $row } 行目を削除
form-rows-more = ほかに { $count } 行（保存済み・非表示）
form-in-row = { $row } 行目：{ $text }
form-cell = { $column }、{ $row } 行目
form-paste-hint = 表計算ソフトや CSV の行を、どのセルにも貼り付けられます。
form-pasted = { $count } 行を貼り付けました。
form-pasted-unknown = 対応する列がないため取り込みませんでした：{ $heads }

## UCUM 単位の中の言葉
unit-copies = コピー
unit-cell = 細胞
unit-cells = 細胞
unit-ct = Ct
unit-titer = 力価
unit-sfu = SFU

## 実施方法
mode-clinic = 来院
mode-home = 訪問
mode-video = ビデオ
mode-phone = 電話
mode-letter = 手紙
mode-local-laboratory = 地元の検査施設

## 来院
visit-which = 来院
visit-also = 同じ接触で満たせるもの
visit-also-window = { $source }、{ $earliest } ～ { $latest }
visit-also-late = 期限超過：同じ機会に { $count } 件の来院を補えます
visit-choice = { $label }：{ $standing }
visit-unplanned = 予定外の連絡・来院
visit-on = 実施日
visit-mode = 実施方法
visit-window = 許容期間 { $earliest } から { $latest }、予定日 { $due }
visit-restored = 入力途中の来院を、そのままの状態で復元しました。
visit-no-forms = この日に必要なフォームはありません。連絡のみを記録するか、フォームを追加してください。
visit-add = フォームを追加
visit-add-which = フォームを選択…
visit-note = 来院についての備考
visit-kept = 下書きを保存（{ $ago }）
visit-keeping = 下書きを保存しています…
visit-nothing-typed = まだ入力はありません
visit-missed = 実施されなかった…
visit-missed-about = { $label }を「未実施」として記録します。後日実施された場合は通常どおり記録してください。その記録が優先されます。
visit-missed-why = 実施されなかった理由
visit-missed-confirm = 未実施として記録
visit-missed-said = 未実施として記録しました。
visit-discard = 下書きを破棄
visit-discard-about = この来院のために入力した内容を消します。保存済みの記録には影響しません。
visit-review = 確認へ
visit-review-title = 記録する前の確認
visit-will-record = 記録する内容
visit-only-contact = 連絡があったことのみ。
visit-left-out = 記録しないもの
visit-nothing-left-out = ありません。必要なフォームはすべて入力済みです。
visit-go-mend = フォームへ
visit-because = この内容で正しい理由、または記録しない理由
visit-because-hint = 記録とともに永久に残ります。
visit-sign = パスフレーズで署名
visit-sign-hint = 署名せずに記録する場合は空欄にしてください。
visit-not-yet = 印のある箇所を直すか、正しい理由を書いてください。それまで保存されません。
visit-record = 来院を記録
visit-record-sign = 記録して署名
visit-back = フォームに戻る
visit-saved = 来院を記録しました
visit-saved-at = { $time } に保存しました（{ $count } 件）。
visit-no-findings = 新しいシグナルはありません。
visit-open-finding = シグナルを開く
visit-enter-result = 待っていた結果を入力
visit-correct = 記録を訂正
visit-correct-because = 変更の理由
visit-result-arrived = 結果を受領

## 設定
settings-screen = この画面
settings-unreviewed = { $language }（翻訳は未校閲）
settings-auto-lock = 操作がないときにロックするまで
settings-minutes = { $count } 分
settings-theme = 外観
settings-theme-system = システムに合わせる
settings-theme-light = ライト
settings-theme-dark = ダーク
settings-keeping = データの保全
settings-backup = バックアップ
settings-backup-last = 検証済みの最新バックアップ：{ $at }
settings-backup-none = 検証済みのバックアップはまだありません。
settings-backup-now = 今すぐバックアップ
settings-backup-proven = バックアップし、開いて検証しました：{ $path }（{ $entries } 件）
settings-backup-unproven = コピーを検証できなかったため保存していません。データ自体が破損している可能性があります。下で検査し、最後に検証済みのバックアップを保管してください。
backup-failed = 本日のバックアップに失敗しました。1 時間以内に再試行します。設定のバックアップをご確認ください。
settings-verify = 完全性
settings-verify-about = すべての記録を読み、変更・欠落・入れ替わりがないかを調べます。
settings-verify-now = 今すぐ検査
settings-export = 書き出し
settings-export-about = すべての記録を読める形（JSON の行）で書き出します。氏名と連絡先は含みません。
settings-export-now = 書き出す
settings-exported = { $lines } 行を { $path } に書き出しました
settings-working = 処理しています…
settings-site = 施設
settings-site-about = すべての印刷物の冒頭に載ります。
settings-site-keep = 保存
settings-site-kept = 保存しました。今後の印刷物に反映されます。
ranges-title = 検査室の基準範囲
ranges-about = 検査・性別・年齢ごとの基準範囲と、その有効期間。調査票は、採取日時点でその人に当てはまる範囲を提示します。
ranges-none = 検査室の基準範囲はまだ保存されていません。調査票では一つずつ入力します。
ranges-kept-by = { $count } 件、{ $at } に { $author } が保存
ranges-of = { $laboratory } の基準範囲
ranges-correct = この表を訂正
ranges-table = 表（CSV）
ranges-table-hint = 貼り付けるか、ファイルを選んでください。1 つの表に 1 つの検査室。見出し：laboratory, analyte, sex, age_from, age_to, low, high, unit, valid_from, valid_to。検査の名前は調査票と同じです：alt、ast、alp、ggt、bilirubin、albumin、wbc、neutrophils、lymphocytes、platelets、haemoglobin、ldh、creatinine、afp。
ranges-choose = ファイルを選ぶ…
ranges-look = 表を読み取る
ranges-faults = { $count ->
   *[other] 誤りが { $count } 件あるため、何も保存していません。訂正して、もう一度読み取ってください。
}
ranges-faults-of = 表についての指摘
ranges-read = { $count ->
   *[other] { $laboratory }：{ $count } 件の範囲を読み取りました
}
ranges-unchanged = すでに保存されている表と同じです。
ranges-because = { $laboratory } の表をこの表に置き換える理由
ranges-keep = { $laboratory } の表を保存
ranges-kept = { $laboratory } の基準範囲を保存しました。これから調査票に提示されます。
ranges-analyte = 検査
ranges-whom = 対象
ranges-limits = 範囲
ranges-days = 有効期間
settings-users = 利用者
settings-user-login = ログイン名
settings-user-name = 氏名
settings-user-role = 役割
settings-user-state = 状態
settings-user-active = 有効
settings-user-retired = 停止済み
settings-user-add = 利用者を追加
settings-user-retire = 利用を停止
settings-user-retire-about = { $name } さんはこのファイルを開けなくなります。これまでの記録は本人の名前で残ります。
settings-first-passphrase = 最初のパスフレーズ
settings-passphrase = 自分のパスフレーズ
settings-passphrase-old = 現在のパスフレーズ
settings-passphrase-new = 新しいパスフレーズ
settings-passphrase-change = パスフレーズを変更
settings-passphrase-changed = パスフレーズを変更しました。復旧キットは引き続き有効です。
settings-about = Perennial { $version }。データファイル：
print-late = 未実施（お電話のお願い）
print-reasons = すべての日付を根拠つきで保存
print-reasons-saved = 日付とその根拠を保存しました：{ $pages } ページ。
print-call-script = 電話の台本を保存
print-call-questionnaire = 質問票を保存
print-script-saved = 電話の台本（{ $pages } ページ）を保存しました。
print-questionnaire-saved = 質問票（{ $pages } ページ）を保存しました。
