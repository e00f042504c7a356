# コホートにおける悪性腫瘍の観察数と期待数。少数例に配慮した表現。
observed-expected-none-seen = { $person-years } 人年で発生は認められず、期待数は { $expected } です。背景発生率の { $high } 倍までの増加は否定できません（{ $level } % 区間）。
observed-expected-unclear = { $person-years } 人年で { $observed } 例（期待数 { $expected }）：{ $ratio } 倍、{ $level } % 区間 { $low }～{ $high }。区間に 1 が含まれ、増加を示すことも否定することもできません。
observed-expected-more = { $person-years } 人年で { $observed } 例（期待数 { $expected }）：{ $ratio } 倍、{ $level } % 区間 { $low }～{ $high }。偶然では説明できない多さですが、原疾患や前治療による可能性は残ります。
observed-expected-fewer = { $person-years } 人年で { $observed } 例（期待数 { $expected }）：{ $ratio } 倍、{ $level } % 区間 { $low }～{ $high }。期待より少ないため、報告漏れがないか確認してください。

screen-cohort = コホート
cohort-open = コホート：中止規則
cohort-back = シグナルに戻る
cohort-study = 研究
cohort-every = すべての研究
cohort-advisory = 参考情報です。この画面は何も中止しません。判断はデータモニタリング委員会が行います。
cohort-none = まだ登録された被験者がいません。
cohort-no-rules = この計画書には中止規則がありません。
cohort-no-rates = この計画書には背景発生率の表がないため、悪性腫瘍を期待値と比べていません。
cohort-enrolled = 登録 { $n } 人
cohort-no-data-use = このうち { $n } 人がデータ利用への同意を撤回しています（最も早い方は { $since } から）。治療を受けたすべての方の安全性を見守るため、このページでは引き続き数えています。当地の法令で認められるかは治験依頼者が示します。その他の利用からは除いてください。
cohort-no-data-use-person = { $code }（{ $on } から）
cohort-observed = 悪性腫瘍と背景発生率の比較
cohort-standing = { $how ->
    [reached] 境界に達しました：{ $judged } 人中 { $events } 件（境界 { $fewest } 件）。
    [below] { $judged } 人中 { $events } 件。境界は { $fewest } 件で、あと { $more } 件で達します。
   *[none] { $judged } 人中 { $events } 件：人数が少なく、何件でも境界には達しません。
  }
cohort-people = 投与 { $dosed } 人：判定 { $judged } 人、期間内 { $pending } 人、期間の終わりより前に離れた人 { $left } 人
cohort-within = { $what }、初回投与から { $within } 以内
cohort-counts-death = 原因を問わない死亡
cohort-counts-form = { $kind }
cohort-counts-form-with = { $kind }（{ $with }）
cohort-counts-answer = { $field }：{ $answer }
cohort-counts-grade = グレード { $n } 以上
cohort-boundary-number = 決まった件数：{ $n }
cohort-boundary-share = 被験者の { $percent } % 以上（{ $n } 人から）
cohort-boundary-bayes = ベータ二項：期待確率 { $expected }、事前分布 Beta({ $a }, { $b })、{ $kind ->
    [alpha] { $people } 人全体の α { $limit }
   *[cut-off] 事後確率の限界 { $limit }
  }
cohort-state = { $reached ->
    [yes] 境界に到達
   *[no] 境界未満
  }
cohort-counted = 数える事象
cohort-drawn = 境界
cohort-events = 事象
cohort-events-none = なし。
cohort-table = 人数ごとの境界
cohort-subjects = 判定した人数
cohort-fewest = 境界に達する件数
cohort-now = 現在
cohort-none-yet = なし
cohort-range = { $from } ～ { $to }
cohort-see = 開く
cohort-nothing-expected = { $person-years } 人年で { $observed } 件。表の率では期待値が 0 のため、比は示しません。
cohort-without-rate = このうち { $years } 人年は表に率がなく、安全とは数えていません。
