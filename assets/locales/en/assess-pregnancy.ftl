# Words of the form “Pregnancy”.
pregnancy = Pregnancy
pregnancy-whose = Of whom
pregnancy-whose-subject = the subject
pregnancy-whose-partner = the partner
pregnancy-confirmed-on = Confirmed on
pregnancy-due = Expected date of birth
pregnancy-outcome = Outcome
pregnancy-outcome-live-birth = live birth
pregnancy-outcome-loss = pregnancy loss
pregnancy-outcome-termination = termination
pregnancy-outcome-on = Outcome on
pregnancy-child = The child
