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
print-calendar-about = カレンダーファイルには同じ { $count } 回の来院が終日の予定として入ります。後日保存し直すと、項目は重複せず更新されます。

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
