//! The program as a person types it: answers, exit codes, and where a passphrase may come from.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests stop at the first surprise; they run a program"
)]

use std::path::Path;
use std::process::{Command, Output};

fn cli(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_perennial-cli")).args(args).args(["--language", "en"]).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_schedule_explains_each_date() {
    let args = ["--dosed", "2024-08-31", "--born", "2021-02-11", "--today", "2026-11-21"];
    let output = cli(&[&["schedule", "--protocol", "fda/lentiviral-hsc-15y"], &args[..]].concat());
    assert!(output.status.success());
    let text = said(&output);
    assert!(text.contains("First dosing 31 Aug 2024 + 6 months = 28 Feb 2025"), "{text}");
    assert!(text.contains("last day counts"), "the month end is explained:\n{text}");
    assert!(!text.contains('⟦'), "a message is missing:\n{text}");
    let output = cli(&[&["schedule", "--protocol", "fda/lentiviral-hsc-15y", "--json"], &args[..]].concat());
    let lines: serde_json::Value = serde_json::from_str(&said(&output)).unwrap();
    assert!(lines.as_array().unwrap().iter().any(|line| line["due_on"] == "2039-08-31"), "year 15 is there");
}

#[test]
fn a_birth_after_the_dosing_is_refused_in_words() {
    let output = cli(&["schedule", "--protocol", "fda/car-t-15y", "--dosed", "2020-01-01", "--born", "2021-01-01"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("2021-01-01"));
}

#[test]
fn growth_is_as_the_who_tables_say() {
    // Median weight of a girl at 400 days by the tables of 2006.
    let output = cli(&["growth", "--sex", "f", "--age-days", "400", "--weight", "9.1", "--json"]);
    let scores: serde_json::Value = serde_json::from_str(&said(&output)).unwrap();
    let z = scores["weight-z"].as_f64().unwrap();
    assert!((-0.5..0.5).contains(&z), "{z}");
    assert!(!cli(&["growth", "--sex", "f", "--age-days", "400"]).status.success(), "nothing was measured");
}

#[test]
fn a_clone_table_is_measured_or_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sites.csv");
    std::fs::write(&path, "gene,abundance\nLMO2,50\nCCND2,25\nHMGA2,25\n").unwrap();
    let output = cli(&["clonality", "--json", &path.display().to_string()]);
    let metrics: serde_json::Value = serde_json::from_str(&said(&output)).unwrap();
    assert_eq!(metrics["sites"], 3);
    assert!((metrics["shannon"].as_f64().unwrap() - 1.039_720_770_839_918).abs() < 1e-12);
    std::fs::write(&path, "gene,abundance\nLMO2,50\n1-Mar,25\n").unwrap();
    let output = cli(&["clonality", &path.display().to_string()]);
    assert!(!output.status.success() && output.stdout.is_empty());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains(":3:") && told.contains("MARCHF1"), "{told}");
}

#[test]
fn a_protocol_with_a_fault_says_line_and_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("study.toml");
    std::fs::write(&path, "id = \"x\"\nversion = \"1\"\nfollow-up = \"15 years\"\n").unwrap();
    let output = cli(&["protocol", "check", &path.display().to_string()]);
    assert!(!output.status.success());
    assert!(said(&output).contains("study.toml:3:"), "{}", said(&output));
}

/// A store of the practice study, opened with its passphrase in a file.
fn store(folder: &Path) -> [String; 6] {
    let now = clinic::now_of("2026-11-21T09:00:00+08:00", 1_795_222_800_000);
    let path = folder.join("practice.perennial");
    drop(practice::create(&path, practice::SEED, 3, "en", &now).unwrap());
    let secret = folder.join("passphrase");
    std::fs::write(&secret, practice::PASSPHRASE).unwrap();
    let [path, secret] = [path, secret].map(|path| path.display().to_string());
    ["--store".into(), path, "--login".into(), practice::LOGIN.into(), "--passphrase-file".into(), secret]
}

#[test]
fn worklist_verify_export_and_print_read_a_real_store() {
    let folder = tempfile::tempdir().unwrap();
    let opening = store(folder.path());
    let opening: Vec<&str> = opening.iter().map(String::as_str).collect();
    let run = |args: &[&str]| {
        let output = cli(&[args, &opening[..]].concat());
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        said(&output)
    };
    assert!(run(&["worklist"]).contains("3 enrolled"));
    run(&["verify"]);
    let lines = run(&["export"]);
    assert!(lines.lines().count() > 30);
    for line in lines.lines() {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(entry["hash"].is_string() && entry.get("identity").is_none());
    }
    let papers = folder.path().display().to_string();
    let path = run(&["print", "--subject", "S-001", "--folder", &papers]);
    assert!(std::fs::read(path.trim()).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_past_day_is_read_as_it_was_known_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let opening = store(folder.path());
    let opening: Vec<&str> = opening.iter().map(String::as_str).collect();
    let now = said(&cli(&[&["worklist"], &opening[..]].concat()));
    let past = cli(&[&["worklist", "--as-of", "2021-03-03"], &opening[..]].concat());
    assert!(past.status.success());
    assert_ne!(said(&past), now);
    let told = String::from_utf8_lossy(&past.stderr).into_owned();
    assert!(told.contains("As known on Wednesday 3 March 2021"), "{told}");
    assert_eq!(said(&cli(&[&["worklist"], &opening[..]].concat())), now, "the store is as it was");
    let papers = folder.path().display().to_string();
    let print = ["print", "--subject", "S-001", "--folder", &papers, "--as-of", "2025-03-03"];
    let printed = cli(&[&print, &opening[..]].concat());
    assert!(said(&printed).contains("-as-of-2025-03-03.pdf"), "{}", String::from_utf8_lossy(&printed.stderr));
    for (args, says) in [
        (&["signals", "list", "--as-of", "1999-01-01"][..], "Nothing was recorded by"),
        (&["cohort", "--as-of", "2290-01-01"], "is not in the past"),
    ] {
        let refused = cli(&[args, &opening[..]].concat());
        let told = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success() && told.contains(says), "{told}");
    }
    assert!(!cli(&[&["verify", "--as-of", "2021-03-03"], &opening[..]].concat()).status.success());
}

#[test]
fn a_computer_behind_the_ledger_judges_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let ahead = clinic::now_of("2090-01-01T09:00:00+08:00", 3_786_915_600_000);
    let path = folder.path().join("practice.perennial");
    drop(practice::create(&path, practice::SEED, 3, "en", &ahead).unwrap());
    let secret = folder.path().join("passphrase");
    std::fs::write(&secret, practice::PASSPHRASE).unwrap();
    let [path, secret] = [path, secret].map(|path| path.display().to_string());
    let output = cli(&["worklist", "--store", &path, "--login", practice::LOGIN, "--passphrase-file", &secret]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && told.contains("lies before the last entry"), "{told}");
    let list = said(&output);
    assert!(list.contains("0 overdue") && !list.contains("overdue by"), "{list}");
}

#[test]
fn a_finding_is_explained_as_a_person_would_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let now = clinic::now_of("2026-11-21T09:00:00+08:00", 1_795_222_800_000);
    let path = folder.path().join("practice.perennial");
    drop(practice::create(&path, practice::SEED, practice::PEOPLE, "en", &now).unwrap());
    let secret = folder.path().join("passphrase");
    std::fs::write(&secret, practice::PASSPHRASE).unwrap();
    let [path, secret] = [path, secret].map(|path| path.display().to_string());
    let opening = ["--store", &path, "--login", practice::LOGIN, "--passphrase-file", &secret];
    let asked = [&["signals", "explain", "clone-near-watch-gene", "--subject", "S-007"], &opening[..]].concat();
    let output = cli(&asked);
    let told = said(&output);
    assert!(output.status.success(), "{told}");
    for part in ["LMO2", "Why it counts", "Evidence", "What it calls for", "What was said", "Reviewed"] {
        assert!(told.to_lowercase().contains(&part.to_lowercase()), "{part}:\n{told}");
    }
    assert!(told.contains("Also seen by") && told.contains("Dominant clone"), "{told}");
    let listed = said(&cli(&[&["signals", "list", "--all"], &opening[..]].concat()));
    assert!(listed.contains("S-007  clone-near-watch-gene:"), "{listed}");
    let clocks = said(&cli(&[&["signals", "explain", "--subject", "S-057"], &opening[..]].concat()));
    for part in [
        "Serious adverse event",
        "New malignancy",
        "Report to the sponsor",
        "counted from",
        "one report for this cause",
    ] {
        assert!(clocks.contains(part), "{part}:\n{clocks}");
    }
    let cohort = said(&cli(&[&["cohort"], &opening[..]].concat()));
    for part in ["New malignancy after dosing", "the boundary is 2", "S-057", "data monitoring board decides"] {
        assert!(cohort.contains(part), "{part}:\n{cohort}");
    }
}

#[test]
fn a_subject_goes_to_another_store_by_a_file_and_its_passphrase() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (from, to) = (store(here.path()), store(there.path()));
    let secret = here.path().join("of-the-pack");
    std::fs::write(&secret, "told by telephone\n").unwrap();
    let secret = ["--pack-passphrase-file".to_owned(), secret.display().to_string()];
    let file = here.path().join("S-002.perennial-handover").display().to_string();
    let run = |opening: &[String], args: &[&str]| {
        let rest = opening.iter().chain(&secret).map(String::as_str);
        cli(&args.iter().copied().chain(rest).collect::<Vec<_>>())
    };
    let out = ["transfer", "out", "--subject", "S-002", "--to", "Harbour", "--on", "2026-11-20", "--because", "moved"];
    let output = run(&from, &[&out[..], &["--out", &file]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let written = said(&output);
    assert!(written.starts_with(&file) && written.contains("Name and contacts are not in the file"), "{written}");
    let again = run(&from, &[&out[..], &["--out", &file]].concat());
    assert!(!again.status.success() && String::from_utf8_lossy(&again.stderr).contains("ever overwritten"));
    let seen = said(&run(&to, &["transfer", "preview", &file]));
    assert_eq!(seen.lines().next(), written.lines().nth(1), "the same fingerprint on both sides");
    assert!(seen.contains("S-002, handed over by"), "{seen}");
    let taken = run(&to, &["transfer", "in", &file]);
    assert!(!taken.status.success() && String::from_utf8_lossy(&taken.stderr).contains("S-002"), "somebody bears it");
    let taken = run(&to, &["transfer", "in", &file, "--code", "H-7"]);
    assert!(said(&taken).contains("H-7 was taken over"), "{}", String::from_utf8_lossy(&taken.stderr));
    let twice = run(&to, &["transfer", "in", &file, "--code", "H-8"]);
    assert!(String::from_utf8_lossy(&twice.stderr).contains("the subject is H-7 here"));
    let opening: Vec<&str> = to.iter().map(String::as_str).collect();
    assert!(said(&cli(&[&["worklist"], &opening[..]].concat())).contains("4 enrolled"));
    assert!(cli(&[&["verify"], &opening[..]].concat()).status.success());
}

#[test]
fn a_passphrase_is_never_an_argument() {
    let output = cli(&["worklist", "--store", "x", "--login", "y", "--passphrase", "secret"]);
    assert!(!output.status.success());
    assert!(!String::from_utf8_lossy(&output.stderr).contains("--passphrase <"), "no such option exists");
}
