# Words of the form “Replication-competent virus (RCR/RCL)”.
rcr-rcl = Replication-competent virus (RCR/RCL)
rcr-rcl-archived = Sample
rcr-rcl-archived-tested = tested
rcr-rcl-archived-archived-untested = archived, not tested
rcr-rcl-assay = Assay
rcr-rcl-assay-pcr-env = PCR for the envelope gene
rcr-rcl-assay-s-plus-l-minus = S+L− assay
rcr-rcl-assay-culture = cell culture
rcr-rcl-result = Result
rcr-rcl-confirmed = Confirmation test
rcr-rcl-confirmed-confirmed = confirmed
rcr-rcl-confirmed-not-confirmed = not confirmed
