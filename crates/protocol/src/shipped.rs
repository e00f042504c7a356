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

/// Readable, marked as a track, without rules: what is found in a person is judged by the protocol they follow.
#[test]
fn every_track_reads_without_a_fault_and_holds_visits_alone() {
    let tracks = crate::tracks();
    assert!(!tracks.is_empty());
    for (path, text) in tracks {
        let (protocol, faults) = crate::read(text);
        assert!(faults.is_empty(), "{path}: {faults:#?}");
        let track = protocol.unwrap();
        assert!(track.track && track.rules.is_empty() && track.stopping.is_empty(), "{path}");
    }
}
