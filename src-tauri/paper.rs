//! Handing a saved file to the system's viewer or printing, never to the webview.

use clinic::Refusal;
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

pub fn open(app: &AppHandle, path: &str) -> Result<(), Refusal> {
    let opened = app.opener().open_path(path, None::<&str>);
    opened.map_err(|_| Refusal::fix("no-viewer").about("path").with("path", path))
}
