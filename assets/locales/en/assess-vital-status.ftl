# Words of the form “Vital status”.
vital-status = Vital status
vital-status-status = Status
vital-status-status-alive = alive
vital-status-status-deceased = deceased
vital-status-as-of = Known as of
vital-status-source = Known from
vital-status-source-seen = seen in person
vital-status-source-telephone = telephone
vital-status-source-relative = relative
vital-status-source-registry = registry
vital-status-source-record = medical record
vital-status-died-on = Died on
vital-status-cause = Cause of death
