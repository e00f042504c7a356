//! Handing a saved file to the system's viewer or printing, never to the webview.

use std::path::Path;

use clinic::Refusal;
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

/// What this program makes for others to read. The window may not name anything else: a page that was
/// tampered with would start programs otherwise.
const READABLE: [&str; 3] = ["pdf", "ics", "jsonl"];

pub fn open(app: &AppHandle, path: &str) -> Result<(), Refusal> {
    let readable = Path::new(path).extension().and_then(|ending| ending.to_str());
    if !readable.is_some_and(|ending| READABLE.contains(&ending)) {
        return Err(Refusal::not_allowed("not-a-paper").about("path").with("path", path));
    }
    let opened = app.opener().open_path(path, None::<&str>);
    opened.map_err(|_| Refusal::fix("no-viewer").about("path").with("path", path))
}
