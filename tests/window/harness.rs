//! The real program in a real window: a virtual screen when there is none, WebKitWebDriver, and a home
//! folder of its own that is gone afterwards.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// How long anything on screen may take before the test gives up.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// A virtual screen of the clinic laptop's size, or the one there is.
struct Screen {
    server: Option<Child>,
    display: String,
}

impl Screen {
    fn open() -> Self {
        if let Ok(display) = std::env::var("DISPLAY") {
            return Self { server: None, display };
        }
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts: `cargo xtask setup` installs it");
        let mut number = String::new();
        let told = server.stdout.take().expect("a pipe");
        std::io::BufRead::read_line(&mut std::io::BufReader::new(told), &mut number).expect("Xvfb tells its number");
        Self { server: Some(server), display: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// One run of the program, driven through its window.
pub struct App {
    pub client: Client,
    pub home: PathBuf,
    driver: Child,
    _screen: Screen,
}

/// The program under test, built beside these tests.
pub fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_perennial"))
}

impl App {
    /// Opens the window with `home` as the folder of stores, in a language.
    pub async fn open(home: &Path, language: &str) -> Self {
        let screen = Screen::open();
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", &screen.display)
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("PERENNIAL_HOME", home)
            // What the web engine keeps (the theme chosen) is this run's own, and is looked through for secrets too.
            .env("XDG_DATA_HOME", home.join("engine/data"))
            .env("XDG_CACHE_HOME", home.join("engine/cache"))
            .env("XDG_CONFIG_HOME", home.join("engine/config"))
            .env("LC_ALL", language)
            .env("LANG", language)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver starts: `cargo xtask setup` installs it");
        let capabilities = json!({ "webkitgtk:browserOptions": { "binary": program(), "args": [] } });
        let Value::Object(capabilities) = capabilities else { unreachable!("an object was written above") };
        let start = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities.clone());
            match builder.connect(&format!("http://127.0.0.1:{port}")).await {
                Ok(client) => break client,
                Err(error) if start.elapsed() > PATIENCE => panic!("no window: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        };
        Self { client, home: home.to_owned(), driver, _screen: screen }
    }

    pub async fn close(mut self) {
        let _ = self.client.clone().close().await;
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }

    /// Kills the program as a power cut would, and the driver with it.
    pub async fn kill(mut self) {
        for pid in self.pids() {
            let _ = Command::new("kill").args(["-9", &pid.to_string()]).status();
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }

    /// Processes of the program that live in this home.
    pub fn pids(&self) -> Vec<u32> {
        let home = format!("PERENNIAL_HOME={}", self.home.display());
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        processes
            .filter_map(|item| item.file_name().to_str()?.parse::<u32>().ok())
            .filter(|pid| {
                let environment = std::fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
                let program = std::fs::read_link(format!("/proc/{pid}/exe")).unwrap_or_default();
                program == self::program() && String::from_utf8_lossy(&environment).contains(&home)
            })
            .collect()
    }

    /// Waits for the element of a test id.
    pub async fn at(&self, id: &str) -> Element {
        self.css(&format!("[data-testid=\"{id}\"]")).await
    }

    pub async fn css(&self, selector: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        match found {
            Ok(element) => element,
            Err(error) => {
                self.picture("failure").await;
                let text = self.text().await;
                panic!("`{selector}` never came: {error}\non screen:\n{text}");
            }
        }
    }

    pub async fn click(&self, id: &str) {
        self.press(&format!("[data-testid=\"{id}\"]")).await;
    }

    /// Clicks what the selector names. On a page that is still growing, or is half scrolled away, the place is not under
    /// the driver's pointer: a person would look again.
    pub async fn press(&self, selector: &str) {
        let start = Instant::now();
        loop {
            let element = self.css(selector).await;
            let Err(error) = element.clone().click().await else { return };
            // A page comes back scrolled to where it was left, and the driver does not move what is half in view.
            let middle = "arguments[0].scrollIntoView({ block: 'center' })";
            let _ = self.client.execute(middle, vec![json!(element)]).await;
            if start.elapsed() > PATIENCE {
                self.picture("failure").await;
                panic!("click `{selector}`: {error}");
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Clears the field of a test id and types into it.
    pub async fn type_into(&self, id: &str, text: &str) {
        let field = self.at(id).await;
        // On a busy machine the driver loses a key now and then: a person would see it and type again.
        for _ in 0..3 {
            field.clear().await.unwrap_or_else(|error| panic!("clear {id}: {error}"));
            field.send_keys(text).await.unwrap_or_else(|error| panic!("type into {id}: {error}"));
            if self.value(id).await == text {
                break;
            }
        }
    }

    pub async fn attribute(&self, id: &str, name: &str) -> String {
        self.at(id).await.attr(name).await.ok().flatten().unwrap_or_default()
    }

    pub async fn value(&self, id: &str) -> String {
        self.at(id).await.prop("value").await.ok().flatten().unwrap_or_default()
    }

    /// Waits until the text of a test id is as wanted.
    pub async fn reads(&self, id: &str, wanted: impl Fn(&str) -> bool) {
        let start = Instant::now();
        loop {
            let said = self.at(id).await.text().await.unwrap_or_default();
            if wanted(&said) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{id} says `{said}`");
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// Waits until nothing bears the test id any more.
    pub async fn gone(&self, id: &str) {
        let start = Instant::now();
        let selector = format!("[data-testid=\"{id}\"]");
        while !self.client.find_all(Locator::Css(&selector)).await.unwrap_or_default().is_empty() {
            assert!(start.elapsed() < PATIENCE, "{id} stays");
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// Goes on with the Tab key until the focus is on what the selector names, as someone without a mouse does.
    pub async fn tab_to(&self, selector: &str) {
        let script = "return document.activeElement !== null && document.activeElement.matches(arguments[0])";
        for _ in 0..160 {
            let there = self.client.execute(script, vec![json!(selector)]).await.expect("the page answers");
            if there == Value::Bool(true) {
                return;
            }
            self.keys(&char::from(Key::Tab).to_string()).await;
        }
        self.picture("failure").await;
        panic!("the Tab key never reaches `{selector}`; on screen:\n{}", self.text().await);
    }

    /// Keys held together.
    pub async fn chord(&self, held: &[Key], key: char) {
        let held: String = held.iter().map(|key| char::from(*key)).collect();
        self.keys(&format!("{held}{key}{}", char::from(Key::Null))).await;
    }

    /// Sends keys to whatever has the focus.
    pub async fn keys(&self, keys: &str) {
        let focus = self.client.active_element().await.expect("something has the focus");
        focus.send_keys(keys).await.expect("keys arrive");
    }

    pub async fn text(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(error) => error.to_string(),
        }
    }

    /// Waits until what is on screen stays as it is from one look to the next.
    pub async fn settled(&self) {
        let mut before = String::new();
        for _ in 0..40 {
            let now = self.text().await;
            if now == before && !now.is_empty() {
                return;
            }
            before = now;
            tokio::time::sleep(Duration::from_millis(120)).await;
        }
    }

    /// Waits until the page shows `wanted`.
    pub async fn shows(&self, wanted: &str) {
        let start = Instant::now();
        loop {
            let text = self.text().await;
            if text.contains(wanted) {
                return;
            }
            if start.elapsed() > PATIENCE {
                self.picture("failure").await;
                panic!("never showed `{wanted}`; on screen:\n{text}");
            }
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// Keeps a picture of the window when pictures are wanted.
    pub async fn picture(&self, name: &str) {
        let folder = std::env::var_os("PERENNIAL_DEMO_OUTPUT").map(PathBuf::from);
        let Some(folder) = folder.or_else(|| (name == "failure").then(std::env::temp_dir)) else { return };
        if let Ok(png) = self.client.screenshot().await {
            let path = folder.join(format!("{name}.png"));
            std::fs::write(&path, png).expect("the picture is saved");
            println!("  {}", path.display());
        }
    }

    /// Runs axe-core on the page; returns what is serious or worse.
    pub async fn axe(&self) -> Vec<String> {
        let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js"))
            .expect("axe-core is installed with the window's build tools");
        self.client.execute(&format!("{source}; return true;"), vec![]).await.expect("axe loads");
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
              r => done(r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
                .map(v => v.id + ': ' + v.help + ' at ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | '))),
              e => done(['axe failed: ' + e]));";
        let found = self.client.execute_async(script, vec![]).await.expect("axe runs");
        found.as_array().into_iter().flatten().filter_map(|v| Some(v.as_str()?.to_owned())).collect()
    }
}
