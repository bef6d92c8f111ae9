//! The browser engines, by the names that options have.

use anyhow::{Context as _, Result};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, through WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// The name used in `MARCHMAP_BROWSERS` and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The engines named in `MARCHMAP_BROWSERS`, or all.
    ///
    /// # Errors
    /// When a name is unknown.
    pub fn wanted() -> Result<Vec<Engine>> {
        let all = [Engine::Chromium, Engine::Firefox, Engine::WebKit];
        let Ok(names) = std::env::var("MARCHMAP_BROWSERS") else {
            return Ok(all.to_vec());
        };
        let find = |name: &str| {
            let engine = all.into_iter().find(|engine| engine.name() == name.trim());
            engine.with_context(|| {
                format!("MARCHMAP_BROWSERS: no engine “{name}”; known: chromium, firefox, webkit")
            })
        };
        names.split(',').map(find).collect()
    }
}
