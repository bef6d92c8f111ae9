//! A page whose patience is short: a wait of a known length, after which it gives up, is a tenth of a second.

use anyhow::{Context, Result, ensure};
use browser_tests::page::Page;
use browser_tests::session::Session;

/// The built page with a script before all others, in which a timer of so many milliseconds is a short one.
pub fn hasty_page(session: &Session, wait: u32, script: &str) -> Result<String> {
    let index = std::fs::read_to_string(session.dist().join("index.html"))?;
    let (before, after) = index.split_once("<head>").context("a head")?;
    let clock = format!(
        "const start = setTimeout.bind(self);
         self.setTimeout = (run, wait, ...rest) => {{
             if (wait !== {wait}) return start(run, wait, ...rest);
             return start(() => {{ document.documentElement.dataset.impatient = 'yes'; run(); }}, 100);
         }};"
    );
    Ok(format!(
        "{before}<head><script>{{ {clock} }} {script}</script>{after}"
    ))
}

/// The page has waited so long and then gone on.
pub fn has_given_up(page: &Page) -> Result<()> {
    ensure!(page.count("[data-impatient]")? == 1, "it has given up");
    Ok(())
}
