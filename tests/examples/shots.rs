//! Pictures of every screen in Chromium: `cargo xtask shots` runs this with the built page and a folder for them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use browser_tests::browser::{Browser, Engine, LAPTOP, PHONE, Visitor};
use browser_tests::host::{Answer, Gate, Host};
use browser_tests::wait;
use serde_json::json;

/// One screen of the page.
struct Scene {
    name: &'static str,
    query: &'static str,
    /// What the event file's address answers, given the file.
    answer: fn(&[u8]) -> Option<Answer>,
    /// A selector of what is there once the scene is.
    sign: &'static str,
    /// What is done then, as a script.
    act: &'static str,
    /// Whether the system sets the colours.
    forced_colors: bool,
}

/// The page once it is ready.
const READY: Scene = Scene {
    name: "page",
    query: "",
    answer: |_| None,
    sign: "html[data-marchmap=ready]",
    act: "",
    forced_colors: false,
};

/// The page inside another one, at the width of a column of text.
const EMBED: Scene = Scene {
    name: "embed",
    query: "?embed=1",
    ..READY
};

/// Names are there, which come after the land.
const GROUND: &str = ".map-name";

/// Names of smaller cities are there, which come with the finer land.
const FINE_GROUND: &str = ".map-name:not(.country)";

const SCENES: &[Scene] = &[
    READY,
    Scene {
        name: "event",
        query: "?event=washington-2023-11-04",
        sign: "[data-open-event]",
        ..READY
    },
    Scene {
        name: "map",
        query: "?view=map",
        sign: GROUND,
        ..READY
    },
    Scene {
        name: "map-europe",
        query: "?view=map&map=4/50/12",
        sign: GROUND,
        ..READY
    },
    Scene {
        name: "map-lakes",
        query: "?view=map&map=5/44/-81",
        sign: FINE_GROUND,
        ..READY
    },
    Scene {
        name: "map-city",
        query: "?view=map&map=9/51.5/-0.12",
        sign: FINE_GROUND,
        ..READY
    },
    Scene {
        name: "map-palestine",
        query: "?view=map&map=7.5/31.9/35.2",
        sign: FINE_GROUND,
        ..READY
    },
    Scene {
        name: "month",
        query: "?view=month&from=2023-11-04&to=2023-11-04",
        sign: "[data-month]",
        ..READY
    },
    Scene {
        name: "one-country",
        query: "?country=CA",
        ..READY
    },
    Scene {
        name: "nothing-found",
        query: "?q=nothing+like+this",
        sign: "main[data-matched='0']",
        ..READY
    },
    Scene {
        name: "no-events",
        answer: |_| Some(Answer::json(r#"{ "format": "marchmap/1", "events": [] }"#)),
        sign: "main[data-total='0']",
        ..READY
    },
    Scene {
        name: "problems",
        answer: |_| {
            Some(Answer::json(
                r#"[{ "title": "Rally", "start": "2023-11-04T25:00", "city": "Oslo", "lat": 91, "lon": 10 }, 7]"#,
            ))
        },
        ..READY
    },
    Scene {
        name: "loading",
        answer: |file| {
            let half = file.len() / 2;
            Some(Answer::held(
                "application/json",
                file,
                half,
                &Gate::default(),
            ))
        },
        sign: "html[data-marchmap=loading] .loading-note[role=status]",
        ..READY
    },
    Scene {
        name: "failed",
        answer: |_| Some(Answer::status(404)),
        sign: "html[data-marchmap=failed]",
        ..READY
    },
    Scene {
        name: "no-json",
        answer: |_| Some(Answer::json("{ \"events\": [ { \"title\": ")),
        sign: "html[data-marchmap=failed]",
        ..READY
    },
    Scene {
        name: "filters",
        sign: "[data-opens=more]",
        act: "document.querySelector('[data-opens=more]').click()",
        ..READY
    },
    Scene {
        name: "large-text",
        act: "document.documentElement.style.fontSize = '200%'",
        ..READY
    },
    Scene {
        name: "forced-colours",
        query: "?when=all&country=US",
        forced_colors: true,
        ..READY
    },
];

fn main() -> Result<()> {
    let mut words = std::env::args_os().skip(1).map(PathBuf::from);
    let dist = words
        .next()
        .context("the first word is the built page's folder")?;
    let folder = words
        .next()
        .context("the second word is the pictures' folder")?;
    let only = words.next().unwrap_or_default();
    std::fs::create_dir_all(&folder)?;
    let studio = Studio { dist, folder };
    studio.take("readme", LAPTOP, &SCENES[..1])?;
    if only == Path::new("readme") {
        return Ok(());
    }
    for visitor in visitors() {
        studio.take("", visitor, SCENES)?;
    }
    let column = Visitor {
        width: 568,
        ..LAPTOP
    };
    studio.take("", column, &[EMBED])?;
    Ok(())
}

/// Laptop and phone, light and dark, English and Arabic.
fn visitors() -> Vec<Visitor> {
    let mut all = Vec::new();
    for device in [LAPTOP, PHONE] {
        for dark in [false, true] {
            for language in ["en", "ar"] {
                all.push(Visitor {
                    dark,
                    language,
                    ..device
                });
            }
        }
    }
    all
}

/// What all pictures share.
struct Studio {
    dist: PathBuf,
    folder: PathBuf,
}

impl Studio {
    /// Takes these scenes as one visitor sees them, named by scene and visitor, or all by `name`.
    fn take(&self, name: &str, visitor: Visitor, scenes: &[Scene]) -> Result<()> {
        let browser = Browser::start(Engine::Chromium, visitor)?;
        let file = std::fs::read(self.dist.join("events.json"))?;
        for scene in scenes {
            let host = Host::start(&self.dist)?;
            if let Some(answer) = (scene.answer)(&file) {
                host.answer("events.json", answer);
            }
            let name = match name {
                "" => title(scene, visitor),
                name => name.to_owned(),
            };
            let url = host.url(scene.query);
            show(&browser, &url, scene, visitor.dark).with_context(|| name.clone())?;
            let path = self.folder.join(format!("{name}.png"));
            std::fs::write(&path, picture(&browser)?)?;
            println!("  {}", path.display());
        }
        let strangers = browser.foreign_requests();
        ensure!(
            strangers.is_empty(),
            "other hosts were asked: {strangers:?}"
        );
        Ok(())
    }
}

/// `event-360-dark-ar`.
fn title(scene: &Scene, visitor: Visitor) -> String {
    let light = if visitor.dark { "dark" } else { "light" };
    format!(
        "{}-{}-{light}-{}",
        scene.name, visitor.width, visitor.language
    )
}

/// Opens an address and waits for the scene's sign, does what belongs to it, and waits for fonts, pictures and the map to
/// have settled.
fn show(browser: &Browser, url: &str, scene: &Scene, dark: bool) -> Result<()> {
    let forced = if scene.forced_colors {
        "active"
    } else {
        "none"
    };
    let scheme = if dark { "dark" } else { "light" };
    // All of them: those that are not named are as the system has them.
    let media = json!({ "features": [
        { "name": "forced-colors", "value": forced },
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    let command = json!({ "cmd": "Emulation.setEmulatedMedia", "params": media });
    browser.client().post("/goog/cdp/execute", &command)?;
    browser.client().post("/url", &json!({ "url": url }))?;
    wait::until(scene.sign, || {
        let found = browser.run(
            "return document.querySelector(arguments[0]) !== null",
            json!([scene.sign]),
        )?;
        Ok(if found == true { Ok(()) } else { Err(found) })
    })?;
    browser.run(scene.act, json!([]))?;
    let mut last = Vec::new();
    wait::until("two pictures alike", || {
        let next = picture(browser)?;
        let alike = next == last;
        last = next;
        Ok(if alike {
            Ok(())
        } else {
            Err("it still changes")
        })
    })
}

/// The viewport as a PNG (WebDriver, “Take Screenshot”).
fn picture(browser: &Browser) -> Result<Vec<u8>> {
    let answer = browser.client().get("/screenshot")?;
    let text = answer.as_str().context("a screenshot that is no text")?;
    Ok(base64::engine::general_purpose::STANDARD.decode(text)?)
}
