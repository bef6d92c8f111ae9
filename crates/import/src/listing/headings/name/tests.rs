//! Headings with and without a name.

use super::*;

fn name(text: &str) -> Option<(String, Surety)> {
    let is_place = |text: &str| ["Leeds", "Köln", "Schweiz", "Yorkshire"].contains(&text);
    name_in(&Line::new(1, text), is_place)
}

#[test]
fn headings_with_a_name() {
    use Surety::{Action, First, Quoted};
    for (text, expected, surety) in [
        (
            "🏠 Raise the Roof – day of action 🏠",
            "Raise the Roof – day of action",
            Action,
        ),
        (
            "“Hands off our buses” — Saturday, 12 December 2026",
            "Hands off our buses",
            Quoted,
        ),
        (
            "Unter dem Motto „Miete runter“ rufen wir auf:",
            "Miete runter",
            Quoted,
        ),
        (
            "«Не мовчи! Полон вбиває» — акції на підтримку",
            "Не мовчи! Полон вбиває",
            Quoted,
        ),
        (
            "## Kommande: ”Rädda sjukhuset vid ån”",
            "Rädda sjukhuset vid ån",
            Quoted,
        ),
        (
            "Last week eight hundred of us stood in the square, and it was wonderful to see you all there. Now it goes on, \
             under the slogan ‘Pay the carers’.",
            "Pay the carers",
            Quoted,
        ),
        (
            "[Info] Marches pour les retraites",
            "[Info] Marches pour les retraites",
            Action,
        ),
        (
            "Die nächsten Mahnwachen gegen Abschiebung sind am 10. Dezember:",
            "Die nächsten Mahnwachen gegen Abschiebung",
            Action,
        ),
        (
            "Następne protesty przeciw cenzurze odbędą się 10 grudnia:",
            "Następne protesty przeciw cenzurze",
            Action,
        ),
        ("「さよなら原発」全国アクション", "さよなら原発", Quoted),
        ("[공지] 12월 '시민대행진' 전국 일정", "시민대행진", Quoted),
        ("【草木再起】十二月全台接力行動", "草木再起", Quoted),
        (
            "Subject: Re: Pills not bills – dates in January",
            "Pills not bills",
            Quoted,
        ),
        (
            "Objet : On gèle, on se lève – calendrier",
            "On gèle, on se lève",
            Quoted,
        ),
        (
            "Warnstreiks der Erzieherinnen am 12. Dezember 2026",
            "Warnstreiks der Erzieherinnen",
            Action,
        ),
        (
            "1. Marche pour le climat (toutes les villes",
            "Marche pour le climat",
            Action,
        ),
        (
            "We strike on Wednesday. Rallies for fair pay:",
            "Rallies for fair pay",
            Action,
        ),
        ("இலவச கல்வி – ஆர்ப்பாட்டம்", "இலவச கல்வி – ஆர்ப்பாட்டம்", Action),
        (
            "8M 2027: todas las manifestaciones por ciudad",
            "8M 2027: todas las manifestaciones por ciudad",
            Action,
        ),
        (
            "1. Mai 2027 – Kundgebungen in Köln",
            "1. Mai 2027 – Kundgebungen in Köln",
            Action,
        ),
        (
            "Sciopero generale di venerdì 12 marzo 2027 – elenco delle manifestazioni",
            "Sciopero generale",
            Action,
        ),
        (
            "【拡散希望】改憲反対 全国スタンディング",
            "改憲反対 全国スタンディング",
            Action,
        ),
        (
            "Always was, always will be",
            "Always was, always will be",
            First,
        ),
        (
            "Press release – Nurses' march for safe wards",
            "Nurses' march for safe wards",
            Action,
        ),
    ] {
        assert_eq!(name(text), Some((expected.to_owned(), surety)), "{text}");
    }
}

#[test]
fn headings_without_a_name() {
    for text in [
        "Rallies on Saturday",
        "Demos in Köln",
        "Kundgebungen Yorkshire",
        "Leeds",
        "Dates for your diary:",
        "Voici les rassemblements prévus :",
        "Confira os atos já confirmados",
        "PRESS RELEASE",
        "Newsletter 12/2026",
        "Dear friends, march with us",
        "The dates are here! Put them into your phone now:",
        "Hallo zusammen!",
        "Videresendt fra fagforeningen. Hilsen Bodil og marchen",
        "Reenviado: marcha",
        "Hieronder alle acties voor het klimaat. Delen mag!",
        "Confira o ato da sua cidade e compartilhe",
        "Voici les manifestations antiracistes prévues ce mois-ci",
        "Here are the rallies for the wards",
        "All rallies on Saturday are cancelled!",
        "Send your event to list@rally.example",
        "We march because the government has not listened to any of us for the last four years.",
        "Митинги 11 декабря",
    ] {
        assert_eq!(name(text), None, "{text}");
    }
}
