//! The sheets of controls: the menu, and what the chips open.

use anyhow::Result;
use serde_json::json;

use super::Page;

/// Suggested places lie over the chips while the search field has the focus. The line of chips is moved sideways, as a
/// finger does: Chromium's own pressing does not from right to left.
const WITHIN_REACH: &str = "
    const field = document.activeElement, chip = document.querySelector(`[data-opens=${arguments[0]}]`);
    if (field?.name === 'q') field.blur();
    chip?.scrollIntoView({ block: 'nearest', inline: 'center' })";

impl Page {
    /// Opens a sheet by its name (`menu`, `days`, `near`, `more`, or a facet's), unless it is open.
    ///
    /// # Errors
    /// When nothing opens it.
    pub fn open_sheet(&self, name: &str) -> Result<()> {
        let open = format!("dialog.sheet[open][data-sheet={name}]");
        if self.count(&open)? == 0 {
            self.close_sheet()?;
            // Far down the header covers what WebDriver would press.
            self.to_top()?;
            self.browser.run(WITHIN_REACH, json!([name]))?;
            self.press(&format!("[data-opens={name}]"))?;
        }
        self.wait_for(
            &format!("the sheet “{name}”"),
            &format!("return document.querySelector('{open}') !== null"),
        )
    }

    /// Closes the sheet that is open, if one is.
    ///
    /// # Errors
    /// When it stays.
    pub fn close_sheet(&self) -> Result<()> {
        if self.count("dialog.sheet[open]")? == 0 {
            return Ok(());
        }
        self.press("dialog.sheet [data-action=close-sheet]")?;
        self.wait_for(
            "no sheet",
            "return document.querySelector('dialog.sheet[open]') === null",
        )
    }

    /// Opens a sheet and presses what the selector finds first.
    ///
    /// # Errors
    /// When the sheet or what is looked for is missing.
    pub fn press_in(&self, sheet: &str, selector: &str) -> Result<()> {
        self.open_sheet(sheet)?;
        self.press(selector)
    }

    /// Chooses one value of a control by the control's name, in the sheet that has it; of a facet none with `""`. Others
    /// chosen before are taken back. Then the sheet is closed.
    ///
    /// # Errors
    /// When there is no such control or value.
    pub fn choose(&self, name: &str, value: &str) -> Result<()> {
        match name {
            "when" => self.press_in("days", &format!("input[name=when][value={value}]"))?,
            "lang" => self.choose_option("menu", name, value)?,
            "clock" => self.choose_option("more", name, value)?,
            "country" | "kind" => self.tick(name, value)?,
            // In a dialogue of its own.
            _ => return self.press(&format!("select[name={name}] option[value='{value}']")),
        }
        self.close_sheet()
    }

    fn choose_option(&self, sheet: &str, name: &str, value: &str) -> Result<()> {
        self.press_in(
            sheet,
            &format!("dialog.sheet select[name={name}] option[value='{value}']"),
        )
    }

    fn tick(&self, facet: &str, value: &str) -> Result<()> {
        self.open_sheet(facet)?;
        let ticked: Vec<String> = self.ask(
            "return [...document.querySelectorAll('dialog.sheet input[type=checkbox]:checked')].map(box => box.value)",
            json!([]),
        )?;
        if value.is_empty() {
            return self.press("dialog.sheet [data-action=clear]");
        }
        let pressed = ticked
            .iter()
            .map(String::as_str)
            .filter(|other| *other != value);
        let new = (!ticked.iter().any(|other| other == value)).then_some(value);
        for value in pressed.chain(new) {
            self.press(&format!(
                "dialog.sheet input[name={facet}][value='{value}']"
            ))?;
        }
        Ok(())
    }
}
