# カレンダー：予約、許容期間、休診、今後の業務量。日付と時刻は文字列で渡されます。

screen-calendar = カレンダー

## 予約
booked-day = 予約 { $on }
booked-hour = 予約 { $on } { $at }
appointment-day = { $on }
appointment-hour = { $on } { $at }
fact-appointment = 予約
fact-site-closure = 休診
field-visits = 対象
field-at = 時刻
field-minutes = 分
field-place = 場所
field-state = 状態
field-sequence = カレンダーでの版
field-uid = カレンダーでの識別子
field-aliases = ほかのカレンダーでの識別子
field-from = 開始日
field-to = 終了日

## 支障
conflict-early = 許容期間は { $on } に始まります。
conflict-late = 許容期間は { $on } に終わります。
conflict-closed = 休診日です：{ $because }。
conflict-weekend = 週末です。
conflict-same-hour = 同じ日の { $at } に { $code } の予約があります。
conflict-ended = 被験者の状況は「{ $status }」です。もう来院しません。

## 月
calendar-view = 表示
calendar-view-month = 月
calendar-view-year = 年
calendar-before = 前へ
calendar-after = 次へ
calendar-today = 今日
calendar-grid = { $month }、1 マスが 1 日
calendar-opens = 許容期間の開始 { $count } 件
calendar-closes = 許容期間の終了 { $count } 件
calendar-booked = 予約 { $count } 件
calendar-more = +{ $count }
calendar-closed = 休診：{ $because }
calendar-closed-short = 休診
calendar-weekend = 週末
calendar-is-today = 今日
calendar-keys = 矢印キーで日・週を、Page Up／Page Down で月を移動し、Enter で日を開きます。予約の上で Enter を押すと持ち上がり、矢印で移動、Enter で確定、Esc で元に戻ります。
calendar-all-day = 時刻未定
calendar-in-window = 許容期間内
calendar-out-window = 許容期間外
calendar-due = 最適日
calendar-carry = { $code }、{ $what }：日を選んでください。{ $earliest }～{ $latest } のどの日でも構いません。
calendar-carry-free = { $code }：日を選んでください。
calendar-carry-on = Enter で { $on } に決定、Esc で元に戻します。
calendar-put-back = 元に戻す
calendar-moved = { $code } を { $on } に移しました。
calendar-kept = { $code } を { $on } に予約しました。
calendar-called-off = { $code } の予約を取り消しました。
calendar-state-kept = 実施済み
calendar-warned = 支障あり

## 月の横
calendar-to-plan = 予約待ち（{ $count }）
calendar-to-plan-hint = 選ぶと許容期間が表示されます。次に日を選びます。
calendar-to-plan-none = 今月実施できるものはすべて予約済みです。
calendar-to-plan-more = ほかに { $count } 件。急ぐものから表示しています。
calendar-day-none = 予約はありません。
calendar-day-opens = 開始
calendar-day-closes = 終了
calendar-window = { $earliest }～{ $latest }
calendar-move = 移動
calendar-change = 変更
calendar-call-off = 取り消す
calendar-took-place = 実施済みにする
calendar-open-person = { $code } を開く
calendar-length = { $minutes } 分

## 確認
calendar-plan-title = { $code } の予約
calendar-change-title = { $code } の予約
calendar-on = 日
calendar-at = 時刻
calendar-at-hint = 施設の時計で、例えば 10:30。空欄でも構いません。
calendar-minutes = 分
calendar-mode = 方法
calendar-place = 場所
calendar-note = メモ
calendar-note-hint = ここだけに残り、ほかのカレンダー用のファイルには入りません。
calendar-keep = 保存
calendar-despite = このまま保存しますか。
calendar-despite-yes = このまま保存
calendar-despite-no = 別の日を選ぶ
calendar-off-title = { $on } の { $code } の予約を取り消しますか。
calendar-off-because = 理由（分かれば）
calendar-off-yes = 予約を取り消す

## 休診
calendar-closures = 休診日
calendar-closures-none = 休診日の登録はありません。
calendar-closure-from = 最初の日
calendar-closure-to = 最後の日
calendar-closure-because = 理由（例：祝日）
calendar-closure-add = 追加
calendar-closure-line = { $from }～{ $to }：{ $because }
calendar-closure-drop = 取り下げる

## ほかのカレンダー
calendar-save-file = ほかのカレンダー用に保存
calendar-saved = { $path } に予約 { $count } 件を保存しました。
calendar-saved-off = 取り消した { $count } 件は { $path } にもあります。このファイルも送ってください。
calendar-others = ほかのカレンダー
calendar-import = カレンダーの取り込み
calendar-import-about = 施設の予約の ICS または CSV ファイル。項目の識別子、次に被験者コードと日で照合します。各項目の扱いを確認するまで何も保存されません。ここより古い項目と、ここで取り消した項目は、選んだ場合だけ採用します。
calendar-import-path = ファイル
calendar-import-choose = ファイルを選ぶ
calendar-import-look = 内容を見る
calendar-import-keep = { $count ->
    [0] 保存するものはありません
   *[other] { $count } 件の変更を保存
  }
calendar-import-done = { $count } 件の変更を保存しました。
calendar-import-take = 採用
calendar-import-take-line = { $line } 行目の項目を採用する
calendar-import-line = 行
calendar-import-entry = 項目
calendar-import-whom = 対象者
calendar-import-becomes = 扱い
becomes-new = 新規
becomes-moved = 変更（以前は { $from }）
becomes-cancelled = 取り消し（以前は { $from }）
becomes-same = 変更なし
becomes-same-noted = 変更なし（相手のカレンダーでの識別子と版を記録）
becomes-revived = 再び予約（取り消し済み：{ $from }）
incoming-repeats = 採用しません：繰り返しの項目です。元のカレンダーで単独の項目にしてください。
incoming-nobody = 採用しません：被験者コードがありません。件名にコードを入れてください。
incoming-unknown-code = 採用しません：コード { $code } の被験者は登録されていません。
incoming-several = 採用しません：複数の被験者コードがあります。件名には一つだけ残してください。
incoming-other-person = 採用しません：識別子は { $code } のものですが、項目には別の被験者が書かれています。元のカレンダーで直してください。
incoming-never-was = 採用しません：取り消す予約がこのカレンダーにありません。
incoming-older = ここに保存されたものより古い版です（相手 { $theirs }、ここ { $ours }）。どちらが正しいか確認してください。
incoming-utc = 時刻は UTC で、この端末のその日の時差で換算しました。確認してください。
incoming-zone = 時刻はタイムゾーン「{ $zone }」のまま採用しました。確認してください。
incoming-calendar-date = 読めません：「{ $value }」は日付でないか、二通りに読めます。「年-月-日」で書いてください。
incoming-calendar-time = 読めません：「{ $value }」は時刻ではありません。10:30 のように書いてください。
incoming-calendar-minutes = 読めません：「{ $value }」は分数ではありません。
incoming-calendar-duration = 読めません：「{ $value }」は時間の長さではありません。
incoming-calendar-without-day = 読めません：日がありません。
incoming-calendar-cut-off = ファイルが項目の途中で終わっています。保存し直してください。
incoming-calendar-headings = 「日付」という列がありません。1 行目に列名（被験者、日付、時刻、分、場所）が必要です。
incoming-quote-open = 引用符が閉じられていません。
incoming-not-text = テキストのファイルではありません。

## 年と今後の業務量
calendar-year-title = { $year } 年、週ごと
calendar-week = { $on } からの週
calendar-week-due = 期日 { $count }
calendar-week-planned = 予約 { $count }
calendar-week-closed = 休診 { $count } 日
calendar-heat = 色が濃いほど期日が多く、数字は件数です。
ahead-title = 今後 15 年の業務量
ahead-about = 追跡中の全員が今日の時点で求められているものを、期日の月に数えます。今後の結果により増えることがあります。
ahead-late = 最初の月のうち { $count } 件は期日を過ぎています。
ahead-without = { $count } 件の来院は実施計画書に所要時間がありません。
ahead-beyond = ほかに { $count } 件の期日はさらに先です。
ahead-no-prices = 現行の実施計画書に価格がないため、費用は省きます。
ahead-no-minutes = 現行の実施計画書に項目ごとの所要時間がないため、時間は来院全体のものです。
ahead-none = 予定された来院はありません。
ahead-save = 表として保存
ahead-saved = { $path } に { $lines } か月分を保存しました。
ahead-as = 表示
ahead-as-chart = グラフ
ahead-as-table = 表
ahead-by = 集計
ahead-by-month = 月ごと
ahead-by-year = 年ごと
ahead-month = 月
ahead-year = 年
ahead-visits = 来院
ahead-tests = 検査
ahead-hours = 来院の時間（時間）
ahead-tasks = 項目
ahead-cost = 費用
ahead-chart = { $from }～{ $to } に期日となる来院と検査
ahead-task = { $label } { $count }
ahead-task-hours = { $label } { $count }（{ $hours } 時間）
cli-forecast-line = { $month }：来院 { $visits }、検査 { $tests }、{ $hours } 時間、期日超過 { $late }
calendar-book-next = 日を予約

## 施設外で採取する検体のキット
screen-kits = キットと宅配
fact-kit = キット
fact-courier = 宅配
fact-date-confirmed = パソコンの日付の確認
field-tasks = 検体
field-carrier = 宅配業者
field-lead-days = 到着までの日数
field-not-on = 発送しない曜日
kit-state-to-order = 発送前
kit-state-sent = 発送済み
kit-state-taken = 採取済み
kit-state-posted = 返送中
kit-state-received = 受領
kit-state-lost = 紛失
kit-line-to-order = { $by } までに発送
kit-line-sent = { $since } に発送
kit-line-taken = { $since } に採取、未返送
kit-line-posted = { $since } に返送、未着
kit-line-received = { $since } に受領
kit-line-lost = { $since } に紛失。{ $by } までに再送
today-group-kit = キット { $count }
today-action-track-kit = キットを追跡
kits-open = キットと宅配
kits-none = 今後 3 か月に発送するキットも、配送中のキットもありません。
kits-no-lead = 配送日数の登録がないため、各キットは到着が必要な日で表示しています。
kits-col-visit = 対象
kits-col-samples = 検体
kits-col-needed = 到着期限
kits-col-where = 現在
kits-col-next = 次
kits-record = 記録
kits-record-title = { $code } のキット
kits-state = 状態
kits-on = 日付
kits-carrier = 宅配業者
kits-number = 伝票番号
kits-quarter = 今後 3 か月
kits-quarter-about = 週ごとの件数。週末、休診日、発送しない曜日は避けています。
kits-week = 週の始まり
kits-to-send = 発送するキット
kits-to-collect = 返送する検体
kits-courier = 宅配の設定
kits-lead = キットの到着までの日数
kits-lead-hint = 空欄なら何も仮定しません。
kits-not-on = 発送しない曜日
kits-courier-kept = 保存しました。
incoming-twice = 採用しません：同じ予約がファイルに二つあります。新しいほうだけ残してください。

## What is still booked for people whose follow-up has ended
calendar-to-call-off = 取り消す予約（{ $count }）
calendar-to-call-off-about = フォローアップが終了した被験者の予約です。一件ずつ取り消すと、次のファイルでほかのカレンダーに伝わります。
status-call-off = { $count ->
   *[other] 残っている予約 { $count } 件も取り消す
  }
status-call-off-about = 次に書き出すカレンダーのファイルで、取り消しとして送られます。
