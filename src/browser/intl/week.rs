//! The first day of the week where a language is spoken.

use chrono::Weekday;
use js_sys::{Array, Function, Reflect, global};
use listing::week;
use wasm_bindgen::{JsCast, JsValue};

use super::formatter::member;

/// By `Intl.Locale`'s week info (ECMA-402, Intl Locale Info), else by the likely region of `tag`.
pub(super) fn first_weekday(tag: &str) -> Weekday {
    let locale = locale(tag).unwrap_or(JsValue::UNDEFINED);
    by_locale_info(&locale).unwrap_or_else(|| {
        let region = region(&locale).unwrap_or_default();
        week::first_weekday(&region)
    })
}

fn locale(tag: &str) -> Option<JsValue> {
    let intl = Reflect::get(&global(), &"Intl".into()).ok()?;
    let constructor: Function = member(&intl, "Locale")?;
    let locale = Reflect::construct(&constructor, &Array::of1(&tag.into()));
    locale.ok()
}

/// A method in newer browsers, a property in older ones, nothing in some.
fn by_locale_info(locale: &JsValue) -> Option<Weekday> {
    let info = match member(locale, "getWeekInfo") {
        Some(method) => method.call0(locale).ok()?,
        None => Reflect::get(locale, &"weekInfo".into()).ok()?,
    };
    let first = Reflect::get(&info, &"firstDay".into()).ok()?.as_f64()?;
    week::weekday(first as u32)
}

fn region(locale: &JsValue) -> Option<String> {
    let likely = member(locale, "maximize")?.call0(locale).ok()?;
    let region = Reflect::get(&likely, &JsValue::from("region")).ok()?;
    region.dyn_into::<js_sys::JsString>().ok().map(Into::into)
}
