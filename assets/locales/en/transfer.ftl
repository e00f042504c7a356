# A subject handed over to another site, and one taken over from it.
fact-transfer = Transfer between sites
field-site = Site
field-sha256 = Fingerprint of the file (SHA-256)
field-lines = Entries
field-identity = Name and contacts went along
field-record = What came, as it came
field-left-behind = Documents that stayed with the sending site
transfer-way-out = to { $site }
transfer-way-in = from { $site }
author-at-site = { $author } ({ $site })
audit-handed-over = Handed over by { $site }. Recorded there by { $author } on { $at }; fingerprint there { $hash }.
reason-handed-over = Handed over by { $site }; recorded there by { $author } on { $at }, hash { $hash }
status-transferred-to = Handed over to { $site }: { $because }
status-taken-over-from = Taken over from { $site }
transfer-line-out = The file for { $site } was written by { $who } on { $at }: { $lines ->
    [one] { $lines } entry
   *[other] { $lines } entries
  }.
transfer-line-in = Taken over from { $site } as of { $on } ({ $because }): { $lines ->
    [one] { $lines } entry
   *[other] { $lines } entries
  } recorded there, taken in by { $who } on { $at }.
transfer-packed = { $code }: { $lines ->
    [one] { $lines } entry
   *[other] { $lines } entries
  }, { $protocols ->
    [one] { $protocols } protocol text
   *[other] { $protocols } protocol texts
  } and { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
  } are in the file. It was read back and is whole.
transfer-left-behind = { $count ->
    [one] One laboratory file stays here
   *[other] { $count } laboratory files stay here
  }, because other people's results stand in it. The results of this subject go along.
transfer-appointments = { $count ->
    [one] One appointment here from that day on is still booked
   *[other] { $count } appointments here from that day on are still booked
  }: call off in the calendar what nobody will come for.
transfer-called-off = { $count ->
    [one] One appointment here from that day on is called off.
   *[other] { $count } appointments here from that day on are called off.
  }
transfer-with-identity = Name and contacts are in the file, sealed with the rest.
transfer-without-identity = Name and contacts are not in the file: tell them apart from it.
transfer-tell = Send the file to { $site } as it is. Tell the passphrase by telephone or on paper, never together with the file: nobody can open it without.
pack-from = { $code }, handed over by { $site } to “{ $to }”: packed by { $by } on { $at }.
pack-effective = This site answers for the follow-up from { $on }. Reason: { $because }
pack-protocol = Follows { $title } ({ $reference }), which is in force here.
pack-protocol-new = Follows { $title } ({ $reference }). { $count ->
    [one] One protocol text comes along and will be in force here.
   *[other] { $count } protocol texts come along and will be in force here.
  }
pack-counts = { $lines ->
    [one] { $lines } entry
   *[other] { $lines } entries
  } and { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
  }. With them the record here holds { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
  } and { $assessments ->
    [one] { $assessments } assessment
   *[other] { $assessments } assessments
  }.
pack-known = Was followed here before, as { $code }: { $known ->
    [one] { $known } entry is known here already
   *[other] { $known } entries are known here already
  }, { $new ->
    [one] { $new } is new
   *[other] { $new } are new
  }.
pack-newer-lines = { $count ->
    [one] One entry was written by a newer version of the program. It is kept as it is and shown once this one is brought up to date.
   *[other] { $count } entries were written by a newer version of the program. They are kept as they are and shown once this one is brought up to date.
  }
pack-left-behind = { $count ->
    [one] One laboratory file stayed with the sending site
   *[other] { $count } laboratory files stayed with the sending site
  }, because other people's results stand in it.
pack-appointments = { $count ->
    [one] One appointment that the sending site booked from that day on is
   *[other] { $count } appointments that the sending site booked from that day on are
  } not put into the calendar here.
pack-identity-sent = Name and contacts come along and will be sealed under a key of this store.
pack-identity-not-sent = Name and contacts do not come along: ask the sending site for them.
pack-identity-same = Name and contacts are those that are known here.
pack-identity-erased = Name and contacts come along but were erased here for good: they are not taken in.
# The dialogues.
transfer-out-open = Hand over …
transfer-out-title = Hand { $code } over to another site
transfer-out-about = The whole record goes into one sealed file for the other site. Here the subject stays readable, and nothing is owed any more from the day it is handed over.
transfer-out-site = Site that goes on
transfer-out-on = It answers from
transfer-out-because = Reason
transfer-out-passphrase = Passphrase of the file
transfer-out-hint = At least 12 characters. Tell it to the other site apart from the file. It is not kept here: without it nobody can open the file.
transfer-out-identity = Name and contacts go along
transfer-out-identity-about = Only when the family has agreed that the other site may have them.
transfer-out-where = File
transfer-out-where-hint = Left empty, it goes into the folder “handovers” beside the store.
transfer-out-choose = Choose where …
transfer-out-keep = Write the file and hand over
transfer-out-done = { $code } is handed over
transfer-out-file = The file
transfer-out-fingerprint = Fingerprint to compare by telephone
transfer-in-open = Take over from another site …
transfer-in-title = Take a subject over from another site
transfer-in-about = The file that the other site wrote (.perennial-handover), and the passphrase that it told you. You see what it brings before anything is saved.
transfer-in-choose = Choose the file …
transfer-in-file = File
transfer-in-passphrase = Passphrase of the file
transfer-in-look = Look into it
transfer-in-brings = What it brings
transfer-in-code = Code here
transfer-in-code-taken = { $code } is somebody else here. Give the subject a code of this site.
transfer-in-code-hint = The code at { $site } stays readable in the audit trail.
transfer-in-keep = Take over
transfer-in-said = { $code } was taken over and is followed here.
cli-pack-passphrase = Passphrase of the hand-over file:{ " " }
