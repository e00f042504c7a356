# Safety rules: the name of each, the sentence of a finding, and how the rule is read. One block a rule.

severity-notice = Notice
severity-caution = Caution
severity-alarm = Alarm

finding-standing-open = Open
finding-standing-taken = Being looked into
finding-standing-reviewed = Reviewed
finding-standing-reported = Reported
finding-standing-dismissed = Dismissed
finding-standing-reopened = Reopened

# What a person did, as the history says it; what the button says begins with action-do.
action-comment = Commented
action-take = Taken on
action-reviewed = Reviewed
action-reported = Reported
action-dismissed = Dismissed
action-reopened = Reopened
action-do-comment = Comment
action-do-take = Take on
action-do-reviewed = Mark as reviewed
action-do-reported = Mark as reported
action-do-dismissed = Dismiss
action-do-reopened = Reopen

call-repeat = Repeat within { $within }: { $task }
call-task = Within { $within }: { $task }
call-report = Report to { $to } within { $within }
call-evaluate = { $what }
recipient-sponsor = the sponsor
recipient-authority = the authority
recipient-ethics = the ethics committee
clock-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
  }
clock-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
  }

# The clock of a report, counted in the site’s time.
report-by = by { $by }
report-by-left = by { $by } ({ $amount } left)
report-by-over = by { $by } ({ $amount } over time)
report-left = { $amount } left
report-not-judged = not judged
report-over = { $amount } over time
report-amount = { $unit ->
    [minutes] { $n } min
    [hours] { $n } h
   *[days] { $n } days
  }
report-since = counted from { $at }, when it was entered
report-since-day = counted from the end of { $on }, the day on which the site learned of it; no hour was given
report-sent = to { $to }, sent { $at }{ $reference ->
    [none] {""}
   *[given] , reference { $reference }
  }{ $timing ->
    [late] , late
   *[in-time] {""}
  }
report-sent-unnamed = reported on { $on }

limit-percent = Vector-positive cells, % (at least)
limit-share-percent = Share of one clone, % (above)
limit-min-cells = Inferred cells below which nothing is said
limit-distance-bp = Distance to the gene, bp (at most)
limit-consecutive = Results in a row
limit-spacing = Time between counted negatives (at least)
limit-x-uln = ALT or AST, × ULN (at least)
limit-until-x-uln = ALT or AST, × ULN, until below
limit-grade = CTCAE grade (at least)
limit-bilirubin-x-uln = Total bilirubin, × ULN (above)
limit-alp-x-uln = Alkaline phosphatase, × ULN (below)
limit-fold = Fold rise (at least)
limit-neutrophils-below = Neutrophils, ×10⁹/L (below)
limit-platelets-below = Platelets, ×10⁹/L (below)
limit-haemoglobin-below = Haemoglobin, g/L (below)
limit-breast-not-before = Breast stage 2, not before
limit-testis-not-before = Testis grown, not before
limit-breast-by = Breast stage 2, by
limit-testis-by = Testis grown, by
limit-menarche-by = Menarche, by
limit-testis-ml = Testis counted as grown, mL (at least)
limit-z-fall = Fall in z-score (more than)
limit-within = Within
limit-z-low = z-score (below)
limit-z-severe = z-score, severe (below)
limit-z-high = z-score (above)
limit-blasts-percent = Blasts, % (at least)
limit-rise-fl = Rise of the mean cell volume, fL (at least)
limit-fall-percent = Fall of platelets, % (at least)

rule-vector-positive-unanalysed-name = Vector-positive cells without integration analysis
rule-vector-positive-unanalysed = { $specimen }, { $on }: { $percent } % of cells carry the vector (limit { $limit } %), but their integration sites have not been analysed.
rule-vector-positive-unanalysed-why = At this level the integration pattern can be read. Only the pattern tells one growing clone from many small ones.
rule-vector-positive-unanalysed-looks-for = A share of vector-positive cells at or above the limit in a sample whose integration sites were not analysed.
rule-vector-positive-unanalysed-because = Above this level the integration pattern distinguishes a growing clone from many small ones.
rule-vector-positive-unanalysed-silent-when = This or a later sample of the same specimen has been analysed, or no percentage was given.

rule-dominant-clone-name = Dominant clone
rule-dominant-clone = { $specimen }, { $on }: the clone near { $gene } holds { $share } % of { $counted ->
    [cells] { $cells } inferred cells
    [sonic-abundance] the inferred cells
    [fragments] all fragments (cells were not counted)
    [reads] all reads (cells were not counted)
   *[unknown] the sample
  }{ $before ->
    [none] {""}
    [absent] ; it was not found on { $before-on }
    [untold] ; whether it was there on { $before-on } stands in that sample’s table
   *[given] ; it held { $before } % on { $before-on }
  }. The limit is { $limit } %.
rule-dominant-clone-why = One clone that outgrows the others may come before insertional leukaemia. A repeat analysis shows whether it is still growing.
rule-dominant-clone-looks-for = One clone that holds a larger share of the marked cells than the limit.
rule-dominant-clone-because = Clonal dominance may precede leukaemia caused by insertion.
rule-dominant-clone-silent-when = Fewer cells were inferred than the floor, or the sample was not analysed. Reads and fragments are named as such and have no floor.

rule-clone-near-watch-gene-name = Clone near a watch gene
rule-clone-near-watch-gene = { $specimen }, { $on }: a clone { $distance ->
    [inside] inside { $gene }
    [unknown] assigned to { $gene }, at a distance the laboratory did not give,
   *[given] { $distance } bp from { $gene }
  } holds { $share } % ({ $measure }).
rule-clone-near-watch-gene-why = In gene-therapy trials, insertions at this gene have led to leukaemia. What counts is whether this clone grows.
rule-clone-near-watch-gene-looks-for = An integration site in a gene on the protocol’s watch list, or no further from it than the limit.
rule-clone-near-watch-gene-because = Insertions near these genes have led to leukaemia in clinical trials.
rule-clone-near-watch-gene-silent-when = The site lies further away, or the laboratory named no gene or one that is not on the list.

rule-shedding-after-clearance-name = Vector found again after clearance
rule-shedding-after-clearance = { $matrix }: vector found again on { $on }, after { $consecutive } negative samples in a row up to { $cleared }.
rule-shedding-after-clearance-why = The vector may persist in a reservoir, or the earlier samples may have missed it. Precautions against transmission apply again.
rule-shedding-after-clearance-looks-for = Vector detected in a matrix that had counted as cleared.
rule-shedding-after-clearance-because = It may mean a reservoir or a replicating contaminant, and the precautions must start again.
rule-shedding-after-clearance-silent-when = The matrix never counted as cleared, or it has been cleared again since. Amounts and cycle thresholds are never compared; only presence counts.

rule-infectivity-untested-name = Infectivity not tested
rule-infectivity-untested = { $matrix }: vector found on { $on }{ $samples ->
    [1] ; nobody has tested whether it is infectious.
   *[other] , in { $samples } samples since; nobody has tested whether it is infectious.
  }
rule-infectivity-untested-why = A PCR finds vector genomes, not infectious virus. Until an infectivity assay says otherwise, the precautions against transmission stand.
rule-infectivity-untested-looks-for = Vector found in a matrix that has not been tested for infectious virus.
rule-infectivity-untested-because = Vector genomes may be debris or virus that infects; the precautions depend on which.
rule-infectivity-untested-silent-when = The matrix is cleared, or an infectivity assay found nothing since the vector was seen. If one did find infectious virus, the next positive sample is asked about again.

rule-liver-enzyme-rise-name = Rise in liver enzymes
rule-liver-enzyme-rise = { $enzyme } { $times } × ULN on { $on } (limit { $limit } × ULN){ $last ->
    [none] ; no earlier value
   *[given] ; { $last } × ULN before
  }{ $panels ->
    [1] .
   *[other] . Raised in { $panels } panels since { $since }.
  }
rule-liver-enzyme-rise-why = After a vector that reaches the liver, a rise may be an immune reaction that destroys corrected cells. Early steroids can contain it.
rule-liver-enzyme-rise-looks-for = ALT or AST at or above the given multiple of the upper limit of normal.
rule-liver-enzyme-rise-because = It may be an immune reaction to the vector in the liver, which early steroids can contain.
rule-liver-enzyme-rise-silent-when = A value or its upper limit of normal is missing. Panels in a row above the limit are one finding.

rule-hys-law-name = Hy’s law
rule-hys-law = { $on }: { $enzyme } { $times } × ULN with total bilirubin { $bilirubin } × ULN, { $alp ->
    [none] alkaline phosphatase not given
   *[given] alkaline phosphatase { $alp } × ULN
  }, no other cause found.
rule-hys-law-why = Liver-cell injury with jaundice and without bile-duct obstruction leads to liver failure in about one in ten. Act the same day.
rule-hys-law-looks-for = ALT or AST and total bilirubin both high in the same panel, without cholestasis and without another cause.
rule-hys-law-because = Together they predict severe liver injury in about one of ten.
rule-hys-law-silent-when = Another cause was found, alkaline phosphatase is at or above its multiple, or ALT, AST or bilirubin cannot be read as a multiple of normal. A missing alkaline phosphatase does not silence it.

rule-titre-fourfold-rise-name = Rise in antibody titre
rule-titre-fourfold-rise = { $target }: titre { $titre } on { $on }, { $fold } times { $baseline ->
    [below-limit] the assay’s limit of { $before }, below which it lay on { $before-on }
   *[measured] the { $before } of { $before-on }
  }.
rule-titre-fourfold-rise-why = Two dilution steps are more than the scatter of the assay: the immune system has responded. Look at expression of the product and at liver tests of the same weeks.
rule-titre-fourfold-rise-looks-for = A titre that is at least so many times an earlier one of the same target, assay and unit.
rule-titre-fourfold-rise-because = Two dilution steps are more than the assay’s own scatter.
rule-titre-fourfold-rise-silent-when = There is no earlier titre, assay or unit differ, or the newer titre has no number. A titre that stays at the height it reached is not reported again.

rule-new-malignancy-name = New malignancy
rule-new-malignancy = { $diagnosis ->
    [none] New malignancy
   *[given] New malignancy: { $diagnosis }
  }, first reported on { $on }{ $reports ->
    [1] .
   *[other] , told in { $reports } records.
  }
rule-new-malignancy-why = Insertional oncogenesis is the late risk that follow-up exists for. Keep tumour tissue before it is lost: only it can show whether the vector has a part in it.
rule-new-malignancy-looks-for = A new malignancy, told in the cancer screen, as an adverse event or as a report of its own.
rule-new-malignancy-because = Insertional oncogenesis is the late risk that long-term follow-up exists for.
rule-new-malignancy-silent-when = Nothing was reported. Reports close together count as one malignancy and one finding.

rule-rcr-rcl-positive-name = Replication-competent virus (RCR/RCL)
rule-rcr-rcl-positive = { $on }: test for replication-competent retrovirus or lentivirus positive ({ $assay }). Confirmation: { $confirmed }.
rule-rcr-rcl-positive-why = A replicating virus infects further cells and can be passed on. Confirm with a second method and inform the sponsor at once.
rule-rcr-rcl-positive-looks-for = A positive test for replication-competent retrovirus or lentivirus.
rule-rcr-rcl-positive-because = A replicating virus infects further cells and can be passed on to others.
rule-rcr-rcl-positive-silent-when = The confirmation test did not confirm it.

rule-persistent-cytopenia-name = Persistent cytopenia
rule-persistent-cytopenia = { $line } { $value } { $unit } on { $on }; below { $limit } { $unit } in { $count } counts in a row since { $since }.
rule-persistent-cytopenia-why = It may be loss of the graft, immune destruction, or the first sign of a malignancy of the marrow.
rule-persistent-cytopenia-looks-for = Neutrophils, platelets or haemoglobin below their limit in so many counts in a row.
rule-persistent-cytopenia-because = It may be graft failure, immune destruction or the first sign of a marrow malignancy.
rule-persistent-cytopenia-silent-when = The newest count of that line is at or above its limit, or was not done. Units are converted before they are compared.

rule-growth-crossing-name = Growth leaves its line
rule-growth-crossing = { $kind ->
    [fall] { $what }: z-score fell from { $before } on { $before-on } to { $z } on { $on } (limit: a fall of { $limit }).
    [low] { $what }: z-score { $z } on { $on }, below { $limit }.
   *[high] { $what }: z-score { $z } on { $on }, above { $limit }.
  }
rule-growth-crossing-why = Growth shows early what a disease or its treatment does to a child: nutrition, hormones, chronic infection, steroids.
rule-growth-crossing-looks-for = Weight, height or head circumference that falls away from the child’s own line within the period, or lies beyond the limits. A child born preterm is judged by the corrected age until two years.
rule-growth-crossing-because = Growth shows early what a treatment, or a disease, does to a child.
rule-growth-crossing-silent-when = The reference says nothing for this age or sex, oedema was present (weight), or there is only one measurement and it lies within the limits.

rule-puberty-early-or-late-name = Puberty early or late
rule-puberty-early-or-late = { $on }: { $sign ->
    [breast] breast development
    [testis] growth of the testes
   *[menarche] menarche
  } { $kind ->
    [early] earlier than the limit of age.
   *[late] not seen by the limit of age.
  }
rule-puberty-early-or-late-why = Conditioning, steroids and the disease reach the axis from brain to gonads. Final height and fertility depend on seeing it in time.
rule-puberty-early-or-late-looks-for = Puberty that begins before, or has not begun by, the ages of the protocol.
rule-puberty-early-or-late-because = Final height and fertility depend on seeing it in time.
rule-puberty-early-or-late-silent-when = The sign was not examined, sex is not recorded as female or male, or the same sign was told already.

rule-serious-adverse-event-name = Serious adverse event
rule-serious-adverse-event = { $term }, { $grade ->
    [none] grade not given
   *[given] grade { $grade }
  }, onset { $onset }. The clocks count from { $learned }.
rule-serious-adverse-event-why = The sponsor must hear of it at once, and the authority within its clock when it was not expected.
rule-serious-adverse-event-looks-for = An adverse event marked serious.
rule-serious-adverse-event-because = The sponsor must hear of it at once, the authority within its clock.
rule-serious-adverse-event-silent-when = The event is not serious. Clocks count from the day the site learned of it, or from the day of the record when that day is missing.

rule-adverse-event-onset-name = Sample at the onset of an event
rule-adverse-event-onset = { $term }, grade { $grade }, began on { $on }.
rule-adverse-event-onset-why = A sample from the first days of an event, beside one from its recovery, shows whether the immune system took part in it. What is not drawn now cannot be drawn later.
rule-adverse-event-onset-looks-for = An adverse event of at least the given grade.
rule-adverse-event-onset-because = Antibodies at its onset and at recovery show whether the immune system took part in it.
rule-adverse-event-onset-silent-when = The event is of a lower grade or has none. A sample taken from the day of onset on answers it.

rule-adverse-event-recovery-name = Sample at recovery from an event
rule-adverse-event-recovery = { $term }, grade { $grade }, over since { $on }.
rule-adverse-event-recovery-why = The sample from the onset says little without the one from recovery.
rule-adverse-event-recovery-looks-for = An adverse event of at least the given grade that has passed.
rule-adverse-event-recovery-because = A sample at recovery is the other half of the pair that began at its onset.
rule-adverse-event-recovery-silent-when = The event is of a lower grade, goes on, or ended in death.

rule-blasts-seen-name = Blasts in the blood
rule-blasts-seen = { $on }: { $blasts } % blasts in the blood count.
rule-blasts-seen-why = Blasts in the blood may be the first sign of a leukaemia. Have the smear read again and ask whether the marrow must be looked at.
rule-blasts-seen-looks-for = Blasts in the blood count at or above the limit.
rule-blasts-seen-because = They may be the first sign of a leukaemia, with or without a part of the vector.
rule-blasts-seen-silent-when = Blasts were not counted, or none was seen. Counts in a row are one finding.

rule-mean-cell-volume-rise-name = Rise in mean cell volume
rule-mean-cell-volume-rise = Mean cell volume { $mcv } fL on { $on }, { $rise } fL above { $before } fL on { $before-on }.
rule-mean-cell-volume-rise-why = Red cells that grow larger without another reason can be the first sign of a clonal disorder of the marrow. Look for vitamin deficiency and medicines first.
rule-mean-cell-volume-rise-looks-for = A mean cell volume that has risen by the limit since the last count before treatment, in so many counts in a row.
rule-mean-cell-volume-rise-because = It can be the first sign of a clonal marrow disorder, before blood cells fall.
rule-mean-cell-volume-rise-silent-when = There is no earlier count, or fewer counts in a row show the rise. Without a count before treatment the first one is the reference.

rule-platelet-fall-name = Fall in platelets
rule-platelet-fall = Platelets { $platelets } { $unit } on { $on }, { $fall } % below { $before } { $unit } on { $before-on }. { $haemolysis ->
    [seen] There are signs of haemolysis.
    [not-seen] No signs of haemolysis were found.
   *[not-looked-for] Nobody has looked for haemolysis yet.
  }
rule-platelet-fall-why = After a systemic vector it may be a thrombotic microangiopathy. Look the same day for schistocytes, haptoglobin, LDH, creatinine and blood pressure.
rule-platelet-fall-looks-for = Platelets that fell by the given share from their highest count within the period.
rule-platelet-fall-because = A thrombotic microangiopathy begins with falling platelets and haemolysis and can cost the kidneys within days.
rule-platelet-fall-silent-when = There is no earlier count in the period. Counts in a row that lie as low are one finding.

rule-seroconversion-name = New antibodies
rule-seroconversion = { $target }: positive on { $on }, negative on { $before-on }.
rule-seroconversion-why = New antibodies or an inhibitor can end the effect of the product, or explain an event of the same weeks.
rule-seroconversion-looks-for = Antibodies against one target that were negative and are positive now.
rule-seroconversion-because = They can end the effect of the product or cause the event they came with.
rule-seroconversion-silent-when = There was no negative sample before by the same assay and unit, or a sample is indeterminate.

rule-clone-rising-name = Growing clone
rule-clone-rising = { $specimen }, { $on }: the clone near { $gene } holds { $share } % ({ $measure }); it held { $before } % on { $before-on }{ $how ->
    [rising] . It rose in each of { $samples } samples in a row
   *[fold] {" "}and has grown { $times } times since
  }.
rule-clone-rising-why = A clone that keeps growing is seen before it is large. A repeat analysis tells growth from a sample that was small or sorted differently.
rule-clone-rising-looks-for = A clone whose share grows by a factor: since the sample before, or over several in a row that each rise.
rule-clone-rising-because = Growth comes before dominance and shows earlier than any share limit.
rule-clone-rising-silent-when = The share is below the limit, a sample has fewer inferred cells than the floor, or the samples differ in cells, genome or measure.
limit-points = Samples in a row over which a share rises
limit-tolerance-bp = Positions of one clone lie within, bp
