//! What a call for a demonstration says, in the languages of sixteen parts of the world.

/// A language's words, `{city}` and `{cause}` to be filled in.
pub struct Tongue {
    /// BCP 47.
    pub language: &'static str,
    /// Where it is spoken, two letters each.
    countries: &'static str,
    /// Whether a letter is of its script; of none where it is written in Latin letters, as cities are anyway.
    pub script: fn(char) -> bool,
    /// Kinds, and titles of such events.
    pub titles: &'static [(&'static str, &'static str)],
    /// What for.
    pub causes: &'static [&'static str],
    /// Where people meet.
    pub squares: &'static [&'static str],
    /// Who calls.
    pub callers: &'static [&'static str],
    /// What else is said.
    pub words: &'static str,
}

impl Tongue {
    /// The language of a country; English where none is known.
    pub fn of(country: &str) -> &'static Tongue {
        let spoken = |tongue: &&Tongue| tongue.countries.split(' ').any(|known| known == country);
        TONGUES.iter().find(spoken).unwrap_or(&TONGUES[0])
    }
}

macro_rules! latin {
    () => {
        |_| false
    };
}

const TONGUES: &[Tongue] = &[
    Tongue {
        language: "en",
        countries: "US GB AU CA NZ IE ZA NG KE GH",
        script: latin!(),
        titles: &[
            ("march", "March for {cause} in {city}"),
            ("rally", "Rally: {cause} now"),
            ("vigil", "Vigil for {cause}"),
            ("sit-in", "{city} sits in for {cause}"),
            ("picket", "Picket for {cause}"),
        ],
        causes: &[
            "peace",
            "climate justice",
            "fair housing",
            "workers’ rights",
            "open schools",
            "clean water",
        ],
        squares: &[
            "City Hall",
            "Market Square",
            "Central Park",
            "Victoria Square",
            "Station Plaza",
        ],
        callers: &["Neighbours of", "Students of", "Workers of", "Parents of"],
        words: "Meet at the fountain in {city}.",
    },
    Tongue {
        language: "es",
        countries: "ES MX AR CO PE CL VE EC GT CU BO DO HN PY SV NI CR PA UY PR",
        script: latin!(),
        titles: &[
            ("march", "Marcha por {cause} en {city}"),
            ("rally", "Concentración por {cause}"),
            ("vigil", "Vigilia por {cause}"),
            ("strike", "Huelga por {cause}"),
        ],
        causes: &[
            "la paz",
            "el clima",
            "la vivienda",
            "la educación pública",
            "el agua",
        ],
        squares: &[
            "Plaza Mayor",
            "Plaza de la Constitución",
            "Parque Central",
            "Ayuntamiento",
        ],
        callers: &["Vecinas de", "Estudiantes de", "Asamblea de"],
        words: "Nos vemos en la fuente de {city}.",
    },
    Tongue {
        language: "fr",
        countries: "FR BE CH SN CI CM ML BF MG NE TG BJ HT CD CG GA",
        script: latin!(),
        titles: &[
            ("march", "Marche pour {cause} à {city}"),
            ("rally", "Rassemblement pour {cause}"),
            ("vigil", "Veillée pour {cause}"),
            ("strike", "Grève pour {cause}"),
        ],
        causes: &[
            "la paix",
            "le climat",
            "le logement",
            "l’école publique",
            "l’eau",
        ],
        squares: &[
            "Place de la République",
            "Hôtel de Ville",
            "Gare centrale",
            "Place du Marché",
        ],
        callers: &["Collectif de", "Étudiants de", "Habitants de"],
        words: "Rendez-vous à la fontaine de {city}. Venez nombreux.",
    },
    Tongue {
        language: "de",
        countries: "DE AT LI",
        script: latin!(),
        titles: &[
            ("march", "Demonstration für {cause} in {city}"),
            ("rally", "Kundgebung für {cause}"),
            ("vigil", "Mahnwache für {cause}"),
            ("strike", "Streik für {cause}"),
        ],
        causes: &[
            "Frieden",
            "Klimaschutz",
            "bezahlbare Mieten",
            "gute Schulen",
            "sauberes Wasser",
        ],
        squares: &["Rathausplatz", "Hauptbahnhof", "Marktplatz", "Opernplatz"],
        callers: &["Bündnis", "Studierende", "Nachbarschaft"],
        words: "Treffpunkt am Brunnen in {city}.",
    },
    Tongue {
        language: "pt",
        countries: "BR PT AO MZ CV GW",
        script: latin!(),
        titles: &[
            ("march", "Marcha por {cause} em {city}"),
            ("rally", "Ato por {cause}"),
            ("vigil", "Vigília por {cause}"),
            ("strike", "Greve por {cause}"),
        ],
        causes: &[
            "paz",
            "justiça climática",
            "moradia",
            "educação pública",
            "água limpa",
        ],
        squares: &[
            "Praça da Sé",
            "Praça da Liberdade",
            "Parque Municipal",
            "Prefeitura",
        ],
        callers: &["Moradores de", "Estudantes de", "Frente de"],
        words: "Encontro na fonte de {city}.",
    },
    Tongue {
        language: "ar",
        countries: "EG SA DZ MA IQ SD SY YE TN JO LY LB PS OM KW QA AE BH MR",
        script: |letter| ('\u{600}'..='\u{6ff}').contains(&letter),
        titles: &[
            ("march", "مسيرة من أجل {cause} في {city}"),
            ("rally", "وقفة من أجل {cause}"),
            ("vigil", "وقفة بالشموع من أجل {cause}"),
            ("sit-in", "اعتصام من أجل {cause}"),
        ],
        causes: &["السلام", "المناخ", "السكن", "التعليم", "المياه"],
        squares: &["ساحة البلدية", "ميدان التحرير", "الحديقة العامة"],
        callers: &["أهالي", "طلاب", "عمال"],
        words: "اللقاء عند النافورة في {city}.",
    },
    Tongue {
        language: "fa",
        countries: "IR AF TJ",
        script: |letter| ('\u{600}'..='\u{6ff}').contains(&letter),
        titles: &[
            ("march", "راهپیمایی برای {cause} در {city}"),
            ("rally", "تجمع برای {cause}"),
            ("strike", "اعتصاب برای {cause}"),
        ],
        causes: &["صلح", "آب", "مسکن", "آموزش"],
        squares: &["میدان آزادی", "پارک شهر", "شهرداری"],
        callers: &["همسایگان", "دانشجویان"],
        words: "دیدار کنار فواره در {city}.",
    },
    Tongue {
        language: "ru",
        countries: "RU BY KZ KG UA BG RS MK MN",
        script: |letter| ('\u{400}'..='\u{4ff}').contains(&letter),
        titles: &[
            ("march", "Марш за {cause}: {city}"),
            ("rally", "Митинг за {cause}"),
            ("picket", "Пикет за {cause}"),
        ],
        causes: &["мир", "чистую воду", "доступное жильё", "школы"],
        squares: &["Площадь Мира", "Городской парк", "Вокзал"],
        callers: &["Жители", "Студенты"],
        words: "Встреча у фонтана: {city}.",
    },
    Tongue {
        language: "zh",
        countries: "CN TW HK MO",
        script: |letter| ('\u{4e00}'..='\u{9fff}').contains(&letter),
        titles: &[
            ("march", "{city}{cause}大遊行"),
            ("rally", "{city}{cause}集會"),
            ("vigil", "{city}{cause}燭光晚會"),
        ],
        causes: &["和平", "氣候", "居住正義", "教育", "淨水"],
        squares: &["市政廳廣場", "中央公園", "火車站"],
        callers: &["居民", "學生", "工會"],
        words: "在{city}的噴泉旁集合。",
    },
    Tongue {
        language: "ja",
        countries: "JP",
        script: |letter| ('\u{3040}'..='\u{9fff}').contains(&letter),
        titles: &[
            ("march", "{city} {cause}の行進"),
            ("rally", "{city} {cause}を求める集会"),
            ("vigil", "{cause}のキャンドル集会"),
        ],
        causes: &["平和", "気候正義", "住まい", "教育"],
        squares: &["駅前広場", "中央公園", "市役所前"],
        callers: &["市民の会", "学生の会"],
        words: "{city}の噴水前に集合。水をお持ちください。",
    },
    Tongue {
        language: "ko",
        countries: "KR KP",
        script: |letter| ('\u{ac00}'..='\u{d7af}').contains(&letter),
        titles: &[
            ("march", "{city} {cause} 행진"),
            ("rally", "{city} {cause} 집회"),
            ("vigil", "{cause} 촛불 집회"),
        ],
        causes: &["평화", "기후 정의", "주거권", "교육"],
        squares: &["광화문 광장", "시청 앞", "역 광장"],
        callers: &["시민 모임", "학생회"],
        words: "{city} 분수대 앞에서 만나요.",
    },
    Tongue {
        language: "hi",
        countries: "IN NP",
        script: |letter| ('\u{900}'..='\u{97f}').contains(&letter),
        titles: &[
            ("march", "{city} में {cause} के लिए मार्च"),
            ("rally", "{cause} के लिए सभा"),
            ("sit-in", "{cause} के लिए धरना"),
        ],
        causes: &["शांति", "पानी", "आवास", "शिक्षा"],
        squares: &["नगर चौक", "गांधी मैदान"],
        callers: &["नागरिक मंच", "छात्र संघ"],
        words: "{city} के फव्वारे पर मिलें।",
    },
    Tongue {
        language: "el",
        countries: "GR CY",
        script: |letter| ('\u{370}'..='\u{3ff}').contains(&letter),
        titles: &[
            ("march", "Πορεία για {cause}: {city}"),
            ("rally", "Συγκέντρωση για {cause}"),
        ],
        causes: &["την ειρήνη", "το κλίμα", "τη στέγη"],
        squares: &["Πλατεία Συντάγματος", "Δημαρχείο"],
        callers: &["Κάτοικοι", "Φοιτητές"],
        words: "Συνάντηση στο σιντριβάνι: {city}.",
    },
    Tongue {
        language: "he",
        countries: "IL",
        script: |letter| ('\u{590}'..='\u{5ff}').contains(&letter),
        titles: &[
            ("march", "צעדה למען {cause} ב{city}"),
            ("rally", "הפגנה למען {cause}"),
        ],
        causes: &["שלום", "דיור", "חינוך"],
        squares: &["כיכר העירייה", "תחנת הרכבת"],
        callers: &["תושבי", "סטודנטים"],
        words: "נפגשים ליד המזרקה ב{city}.",
    },
    Tongue {
        language: "th",
        countries: "TH",
        script: |letter| ('\u{e00}'..='\u{e7f}').contains(&letter),
        titles: &[
            ("march", "เดินขบวนเพื่อ{cause} {city}"),
            ("rally", "ชุมนุมเพื่อ{cause}"),
        ],
        causes: &["สันติภาพ", "สภาพภูมิอากาศ", "น้ำสะอาด"],
        squares: &["ลานหน้าศาลากลาง", "สวนสาธารณะ"],
        callers: &["ชาว", "นักศึกษา"],
        words: "พบกันที่น้ำพุใน{city}",
    },
    Tongue {
        language: "tr",
        countries: "TR AZ TM",
        script: latin!(),
        titles: &[
            ("march", "{city} {cause} yürüyüşü"),
            ("rally", "{cause} mitingi"),
            ("vigil", "{cause} nöbeti"),
        ],
        causes: &["barış", "iklim", "barınma", "eğitim"],
        squares: &["Belediye Meydanı", "İstasyon", "Cumhuriyet Meydanı"],
        callers: &["Halk Meclisi", "Öğrenciler"],
        words: "{city} meydanındaki çeşmede buluşuyoruz.",
    },
];
