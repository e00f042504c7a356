//! Test-only: every preset that ships can be adopted.

#[test]
fn every_preset_reads_without_a_fault_that_stops_it() {
    let presets = crate::presets();
    assert!(presets.len() >= 11, "{}", presets.len());
    for (path, text) in presets {
        let (protocol, faults) = crate::read(text);
        let stopping: Vec<_> = faults.iter().filter(|fault| fault.severity == assess::Severity::Stops).collect();
        assert!(stopping.is_empty(), "{path}: {stopping:#?}");
        let protocol = protocol.unwrap();
        assert!(faults.is_empty(), "{path}: {faults:#?}");
        assert!(protocol.visits.iter().flat_map(crate::Visit::occurrences).count() >= 8, "{path}");
    }
}
