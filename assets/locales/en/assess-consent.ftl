# Words of the form “Consent and assent”.
consent = Consent and assent
consent-form = Form
consent-form-consent = consent
consent-form-assent = the child's assent
consent-given = Given
consent-given-partly = in part
consent-version = Version of the document
consent-by = Given by
consent-by-subject = the subject
consent-by-parent = a parent
consent-by-guardian = a guardian
consent-limits = What is not agreed to
