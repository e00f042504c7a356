# Words of the form “Malignancy report”.
malignancy = Malignancy report
malignancy-diagnosed-on = Diagnosed on
malignancy-diagnosis = Diagnosis
malignancy-icd-o = ICD-O code
malignancy-site = Site
malignancy-tissue-kept = Tumour tissue kept
malignancy-tissue-kept-planned = planned
malignancy-vector-tested = Vector in the tumour
malignancy-integration-in-tumour = Integration sites found in the tumour
malignancy-outcome = Outcome
malignancy-outcome-remission = remission
malignancy-related = Related to the product
