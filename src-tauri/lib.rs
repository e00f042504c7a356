//! The desktop shell: state, commands, windows. No rule of medicine lives here.

mod commands;
mod day;
mod desk;
mod failure;
mod paper;

use tauri_specta::{Builder, collect_commands, collect_events};

pub use desk::Desk;

/// Every command and event, in the order of the screens. The window's bindings are written from this list.
#[allow(clippy::too_many_lines, reason = "a plain list: one line a command")]
pub fn builder() -> Builder<tauri::Wry> {
    use commands::{
        audit, calendar, clones, cohort, course, look_back, print, settings, signals, study, subject, subjects, today,
        transfer, unlock, visit,
    };
    Builder::<tauri::Wry>::new()
        .disable_serde_phases()
        .commands(collect_commands![
            unlock::start,
            unlock::create_store,
            unlock::unlock,
            unlock::unlock_with_kit,
            unlock::explore_practice,
            unlock::lock,
            unlock::forget_kit,
            unlock::session,
            look_back::look_back,
            look_back::look_ahead,
            today::today,
            subjects::subjects,
            subjects::protocols,
            subjects::enrol,
            subjects::check_enrol,
            subject::subject,
            subject::explain_date,
            subject::growth_chart,
            subject::subject_of_code,
            subject::identity,
            subject::set_identity,
            subject::change_status,
            subject::preview_dosing,
            subject::record_dosing,
            subject::declare_missed,
            course::course,
            course::preview_course,
            course::change_course,
            course::compare_versions,
            course::plan_trips,
            course::consent_page,
            course::keep_guardian,
            calendar::calendar_month,
            calendar::calendar_day,
            calendar::calendar_year,
            calendar::plan_appointment,
            calendar::move_appointment,
            calendar::cancel_appointment,
            calendar::status_ends,
            calendar::mark_kept,
            calendar::keep_closure,
            calendar::drop_closure,
            calendar::export_appointments,
            calendar::choose_calendar,
            calendar::look_at_appointments,
            calendar::import_appointments,
            calendar::kits,
            calendar::record_kit,
            calendar::keep_courier,
            calendar::forecast,
            calendar::export_forecast,
            subject::contact_ladder,
            subject::record_attempt,
            subject::print_contact_letter,
            transfer::choose_pack_place,
            transfer::transfer_out,
            transfer::choose_pack,
            transfer::look_at_pack,
            transfer::transfer_in,
            visit::plan_visit,
            visit::check_form,
            visit::keep_draft,
            visit::draft,
            visit::drafts,
            visit::drop_draft,
            visit::review_visit,
            visit::record_visit,
            visit::form_of,
            visit::correct_record,
            clones::choose_table,
            clones::look_at_table,
            clones::samples_of_table,
            clones::import_sites,
            clones::stop_import,
            clones::undo_import,
            clones::clonality,
            clones::print_clones,
            signals::signals,
            signals::finding,
            signals::review_finding,
            cohort::cohort,
            print::print_schedule,
            print::print_calendar,
            print::print_growth,
            print::print_call,
            print::print_worklist,
            print::print_reasons,
            print::open_path,
            study::study,
            study::check_protocol,
            study::adopt_protocol,
            audit::audit,
            settings::users,
            settings::add_user,
            settings::retire_user,
            settings::change_passphrase,
            settings::site_details,
            settings::correct_site,
            settings::confirm_date,
            settings::set_language,
            settings::set_auto_lock,
            settings::backup_now,
            settings::verify,
            settings::export,
            settings::reference_ranges,
            settings::choose_ranges,
            settings::look_at_ranges,
            settings::keep_reference_ranges,
        ])
        .events(collect_events![day::DayChanged, day::BackupFailed, commands::clones::ImportProgress])
}

/// Opens the window and stays until it is closed.
pub fn run() {
    let builder = builder();
    let handler = builder.invoke_handler();
    let outcome = tauri::Builder::default()
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_dialog::init())
        .manage(Desk::default())
        .invoke_handler(handler)
        .setup(move |app| {
            builder.mount_events(app);
            day::watch(app.handle().clone());
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = outcome {
        // There is no window to say it in; the terminal or the system's log is all there is.
        eprintln!("perennial: {error}");
        std::process::exit(1);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "compares a file of this repository")]

    #[test]
    fn the_zone_of_the_system_says_of_this_moment_what_the_clock_says() {
        let stamp = crate::desk::now().stamp;
        let seconds = i64::try_from(stamp.unix_millis / 1_000).unwrap();
        let east = crate::desk::minutes_east(seconds);
        let told = format!("{}{:02}:{:02}", if east < 0 { '-' } else { '+' }, east.abs() / 60, east.abs() % 60);
        assert!(stamp.at.ends_with(&told), "{} and {told}", stamp.at);
    }

    /// The committed bindings are those of the commands; `PERENNIAL_WRITE_BINDINGS` writes them instead.
    #[test]
    fn the_bindings_are_those_of_the_commands() {
        let committed = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/api/bindings.ts");
        let folder = tempfile::tempdir().unwrap();
        let fresh = folder.path().join("bindings.ts");
        let header = "// Written by `cargo xtask check bindings --write` from src-tauri. Do not edit.\n";
        super::builder().export(specta_typescript::Typescript::default().header(header), &fresh).unwrap();
        let fresh = std::fs::read_to_string(fresh).unwrap();
        if std::env::var_os("PERENNIAL_WRITE_BINDINGS").is_some() {
            std::fs::write(&committed, &fresh).unwrap();
        }
        let committed = std::fs::read_to_string(committed).unwrap();
        assert!(fresh == committed, "other commands than in bindings.ts: cargo xtask check bindings --write");
    }
}
