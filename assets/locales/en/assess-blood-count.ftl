# Words of the form “Blood count with differential”.
blood-count = Blood count with differential
blood-count-wbc = White blood cells
blood-count-neutrophils = Neutrophils
blood-count-lymphocytes = Lymphocytes
blood-count-monocytes = Monocytes
blood-count-eosinophils = Eosinophils
blood-count-basophils = Basophils
blood-count-platelets = Platelets
blood-count-haemoglobin = Haemoglobin
blood-count-mcv = Mean cell volume (MCV)
blood-count-blasts = Blasts
