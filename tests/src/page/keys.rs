//! Keys, pressed where the focus is.

use anyhow::Result;
use serde_json::{Value, json};

use super::Page;

/// A key that writes nothing (W3C WebDriver, “keyboard actions”, normalised key values).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Moves the focus on.
    Tab,
    /// Moves the focus back, with Shift.
    BackTab,
    /// Follows a link or presses a button.
    Enter,
    /// Closes.
    Escape,
    /// Chooses.
    Space,
    /// Moves to the left.
    Left,
    /// Moves to the right.
    Right,
    /// Moves up.
    Up,
    /// Moves down.
    Down,
    /// Moves to the beginning.
    Home,
    /// Moves to the end.
    End,
    /// Moves a page back.
    PageUp,
    /// Moves a page on.
    PageDown,
}

impl Key {
    fn value(self) -> &'static str {
        match self {
            Key::Tab | Key::BackTab => "\u{e004}",
            Key::Enter => "\u{e007}",
            Key::Escape => "\u{e00c}",
            Key::Space => " ",
            Key::Left => "\u{e012}",
            Key::Up => "\u{e013}",
            Key::Right => "\u{e014}",
            Key::Down => "\u{e015}",
            Key::Home => "\u{e011}",
            Key::End => "\u{e010}",
            Key::PageUp => "\u{e00e}",
            Key::PageDown => "\u{e00f}",
        }
    }
}

/// The Shift key.
const SHIFT: &str = "\u{e008}";

fn down(key: &str) -> Value {
    json!({ "type": "keyDown", "value": key })
}

fn up(key: &str) -> Value {
    json!({ "type": "keyUp", "value": key })
}

impl Page {
    /// Presses a key and lets it go.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn key(&self, key: Key) -> Result<()> {
        match key {
            Key::BackTab => self.key_with_shift(key),
            _ => self.strike(vec![down(key.value()), up(key.value())]),
        }
    }

    /// The same while Shift is held.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn key_with_shift(&self, key: Key) -> Result<()> {
        let key = key.value();
        self.strike(vec![down(SHIFT), down(key), up(key), up(SHIFT)])
    }

    /// Types a text where the focus is.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn keys(&self, text: &str) -> Result<()> {
        let strokes = text
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })));
        self.strike(strokes.collect())
    }

    fn strike(&self, strokes: Vec<Value>) -> Result<()> {
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.post("/actions", json!({ "actions": [keyboard] }))
    }

    /// Moves the focus on with Tab until it is on what the selector finds.
    ///
    /// # Errors
    /// When it cannot be reached in `most` steps.
    pub fn tab_to(&self, selector: &str, most: usize) -> Result<()> {
        let mut way = Vec::new();
        for _ in 0..most {
            self.key(Key::Tab)?;
            let script = "const at = document.activeElement;
                return [at.matches(arguments[0]), at.tagName + ' ' + (at.dataset.action || at.name || at.textContent.slice(0, 40))]";
            let (there, at): (bool, String) = self.ask(script, json!([selector]))?;
            way.push(at);
            if there {
                return Ok(());
            }
        }
        anyhow::bail!("{selector} is not reached with Tab; on the way: {way:#?}")
    }
}
