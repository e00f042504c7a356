# 実施すべきこと、その状況と根拠。日付と期間は文字列として渡される。

## その日の状況
standing-not-yet-open = あと{ $days }日で許容期間に入ります
standing-open = { $days ->
    [0] 許容期間内（本日が最終日）
   *[other] 許容期間内（残り{ $days }日）
  }
standing-due-soon = { $days ->
    [0] まもなく期限（本日が最終日）
   *[other] まもなく期限（残り{ $days }日）
  }
standing-waits = { $days ->
    [0] 決定待ち
   *[other] 決定待ち { $days } 日目
  }
standing-overdue = 期限を{ $days }日超過
standing-done-early = 実施済み（許容期間より前）
standing-done-in-window = 実施済み（許容期間内）
standing-done-late = 実施済み（許容期間より後）
standing-missed = 未実施
standing-not-required = 実施不要
standing-superseded = 置き換え済み
standing-not-judged = 判定なし
standing-because = { $standing }：{ $because }

## 実施不要の理由
why-not-status = { $on }より{ $status }
why-not-condition = この対象者には該当しません
why-not-cleared = { $matrix }は { $on } に { $n } 回続けて陰性となり、消失の基準を満たしています
why-not-undetected = ベクターが続けて検出されなくなりました
why-not-undetected-on = { $n } 回続けてベクターが検出されませんでした（{ $days }）
why-not-already-adult = 追跡開始時にすでに成年でした
why-not-before-enrolment = 登録前に許容期間が終わっていました
why-not-after-follow-up = 追跡期間の終了後にあたります
why-not-finding-gone = 根拠となった所見が成立しなくなりました
why-not-asked-already = 別のシグナルがすでに同じ検査を求めています
why-not-reported-once = 同じ原因の報告は一度で、他のシグナルが担います
why-not-not-in-force = それを求める版または登録は、当時この方には適用されていなかった
why-not-withdrawn = { $on } に「{ $part }」への同意が撤回されました
why-not-no-longer-decides = 署名する予定だった方は、もう代諾者ではありません

## 何に置き換えられたか
superseded-by-dosing = 再投与により日程が改められました
superseded-by-consent = 代わりに第 { $version } 版へ署名します
superseded-by-version = 実施計画書第 { $version } 版では求めていません

## 実施日と許容期間の関係
timing-early = 許容期間より前
timing-in-window = 許容期間内
timing-late = 許容期間より後

## 対象者の追跡状況
status-on-follow-up = 追跡中
status-lost-to-follow-up = 追跡不能
status-withdrawn = 同意撤回
status-transferred = 転院
status-deceased = 死亡
status-completed = 追跡完了

## 全員がいずれか一つに数えられる
accounted-up-to-date = 予定どおり
accounted-due = 期限内
accounted-overdue = 期限超過
accounted-not-judged = 判定なし
accounted-lost = 追跡不能
accounted-withdrawn = 同意撤回
accounted-transferred = 転院
accounted-deceased = 死亡
accounted-completed = 完了

## 来院以外に実施すべきこと
what-test = 再検査：{ $task }
what-task = 実施事項：{ $task }
test-of = { $test }（{ $sample }）
what-report = { $to }への報告
what-result = 結果待ち：{ $kind }
what-visit-of-dosing = { $visit }（{ $n } 回目の投与）
what-contact = ご家族への連絡：{ $channel }
what-contact-of = ご家族への連絡：{ $channel }（{ $of }回中{ $n }回目）
what-contact-decide = 連絡の手順を終了：追跡不能とするか判断してください
what-contact-find = いずれも届いていません：有効な住所か電話番号を調べてください
what-consent-enrolment = 署名が必要：{ $form }
what-consent-age = 署名が必要：{ $form }
what-consent-majority = 成人につき本人の署名が必要：{ $form }
what-consent-version = 再署名：{ $form }（第 { $version } 版）
what-consent-guardian = 新しい代諾者の署名（{ $relation }）：{ $form }
what-decide-samples = { $since } から保存されている検体の扱いを決める
what-decide-declined = 成年後に不同意：撤回か署名か（{ $form }）
what-decide-guardian = お子さんの代諾者がいません：誰が決めるかを記録
what-decide-version = 実施計画書 第 { $version } 版に移るかを決める

## 日付の根拠
explain-visit = { $anchor }（{ $anchor-on }）＋{ $offset }＝{ $due }。{ $earliest }から{ $latest }までのいつでも可
explain-visit-before = { $anchor }（{ $anchor-on }）－{ $offset }＝{ $due }。{ $earliest }から{ $latest }までのいつでも可
explain-after-planned = 未実施の{ $visit }の予定日
explain-test = { $anchor-on }の所見（{ $rule }）により、{ $latest }までに実施
explain-report = { $anchor-on }の所見（{ $rule }）により、{ $latest }までに報告
explain-result = { $anchor-on }採取、結果は{ $latest }までに到着予定
explain-contact = { $visit }が { $anchor-on } までに行われていません。この手順は { $earliest } から { $latest } まで
explain-consent-enrolment = 参加者全員に署名を求めます。登録 { $anchor-on }＋{ $offset }＝{ $due }
explain-consent-joined = { $age }から署名を求めます。参加開始 { $anchor-on }＋{ $offset }＝{ $due }
explain-consent-age = { $anchor-on } に { $age }。＋{ $offset }＝{ $due }
explain-consent-majority = { $anchor-on } に成人（{ $age }）：それまで他の方が署名していた文書に本人が署名します。＋{ $offset }＝{ $due }
explain-consent-version = 以前の版に署名した方に、{ $anchor-on } から第 { $version } 版への署名を求めます。＋{ $offset }＝{ $due }
explain-consent-guardian = { $anchor-on } から { $relation }が代諾者です。＋{ $offset }＝{ $due }
explain-decide-samples = { $anchor-on } から検体の保存に同意がありません。保存された検体のうち最初のものは { $since } に採取されました。扱いを記録してください
explain-decide-declined = 成年となったご本人が { $anchor-on } に同意しないと回答：他の方による署名は効力を失います。ご本人の署名、または参加の取りやめを記録してください
explain-decide-guardian = 最後の代諾者は { $until } までで、その後は記録がありません。成年となる日は { $of-age }
explain-decide-version = { $earliest } から当院で有効。{ $anchor-on } までに、この方が移るか留まるかを決めます{ $reconsent ->
    [yes] 。移る前に改めて同意が必要です
   *[no] {""}
  }
explain-joint = 。
explain-clamped = その月に該当日がないため、月末日とします
explain-left-out = 「{ $task }」は不要（{ $because }）

## 条件の根拠
ground-sex = 対象は{ $sex }のみ
ground-sex-not = { $sex }は対象外
ground-age-under = { $age }未満のみ
ground-age-under-not = { $age }未満は対象外
ground-age-from = { $age }以上のみ
ground-age-from-not = { $age }以上は対象外
ground-years-after = 投与から{ $years }以降のみ
ground-years-after-not = 投与から{ $years }以降は対象外
ground-years-before = 投与から{ $years }までのみ
ground-years-before-not = 投与から{ $years }までは対象外
ground-not-cleared = { $matrix }は消失していません（{ $n } 回続けて陰性が必要）
ground-vector-found = ベクターの検査を続けています（{ $n } 回続けて検出されなくなるまで）
ground-rcr-rcl-positive = RCR/RCL が { $on } に陽性。{ $n } 回続けて陰性になるまで（まだありません）
ground-rcr-rcl-positive-since = RCR/RCL が { $on } に陽性。{ $n } 回続けて陰性になるまで（これまで：{ $days }）
ground-rcr-rcl-negative = RCR/RCL は { $on } に陽性、その後続けて陰性：{ $days }（必要：{ $n } 回）
ground-rcr-rcl-none = RCR/RCL 検査の陽性はありません
ground-answered = 「{ $field }」に { $on } 「{ $answer }」と回答
ground-answered-otherwise = 「{ $field }」に { $on } 「{ $answer }」と回答。必要な回答：{ $answers }
ground-answered-none = 「{ $field }」は未回答。必要な回答：{ $answers }
ground-finding = { $on } の所見が未解決：{ $rule }
ground-finding-none = 未解決の所見はありません：{ $rule }
ground-rule = { $rule }（{ $limits }）
ground-limit = { $limit }：{ $value }
explain-asked = 「{ $task }」が必要（{ $because }）
explain-asked-visit = この来院が必要（{ $because }）
