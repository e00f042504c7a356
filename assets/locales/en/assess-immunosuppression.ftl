# Words of the form “Immunosuppression”.
immunosuppression = Immunosuppression
immunosuppression-drug = Medicine
immunosuppression-dose = Dose
immunosuppression-started = Started
immunosuppression-stopped = Stopped
immunosuppression-why = Reason
