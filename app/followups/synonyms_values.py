"""The words that old sheets give to the kinds of activities and the priorities of reminders, as their cells have them."""

from __future__ import annotations

_KINDS = {
    "call": (
        "电话|来电|去电|phone|phone call|telephone|tel|通话|致电|anruf|telefonat|telefon|telefonisch|appel|téléphone|tél|"
        "appel téléphonique|llamada|teléfono|llamada telefónica|ligação|telefonema|telefone|chiamata|telefonata|telefono|"
        "telefoon|gebeld|belletje|rozmowa|rozmowa telefoniczna|hovor|telefonát|volání|hívás|telefonhívás|apel|apel telefonic|"
        "samtal|telefonsamtal|opkald|anrop|telefonsamtale|puhelu|puhelin|arama|telefon görüşmesi|κλήση|τηλέφωνο|звонок|телефон|"
        "по телефону|дзвінок|電話|架電|入電|전화|통화|전화상담|điện thoại|gọi điện|cuộc gọi|telepon|telpon|โทรศัพท์|โทร|來電|去電"
    ),
    "visit": (
        "拜访|上门|来访|visit|site visit|in person|on site|besuch|vor ort|besuch vor ort|visite|rendez-vous|rdv|visita|"
        "visita presencial|presencial|sopralluogo|bezoek|wizyta|spotkanie u klienta|návštěva|návšteva|látogatás|vizită|vizita|"
        "besök|besøg|besøk|käynti|ziyaret|yerinde ziyaret|επίσκεψη|визит|выезд|посещение|візит|виїзд|訪問|来社|往訪|방문|내방|"
        "방문상담|thăm|ghé thăm|gặp trực tiếp|kunjungan|เยี่ยม|เข้าพบ|拜訪|來訪|到訪"
    ),
    "message": (
        "微信|短信|消息|wechat|sms|chat|message|text|whatsapp|line|telegram|viber|nachricht|mensaje|mensagem|messaggio|bericht|"
        "wiadomość|zpráva|správa|üzenet|mesaj|meddelande|besked|melding|viesti|μήνυμα|сообщение|мессенджер|смс|ватсап|телеграм|"
        "повідомлення|メッセージ|チャット|카톡|카카오톡|문자|메시지|문자메시지|tin nhắn|nhắn tin|zalo|pesan|wa|ข้อความ|ไลน์|簡訊|訊息"
    ),
    "email": (
        "邮件|mail|e-mail|email|电子邮件|e mail|courriel|correo|correo electrónico|posta elettronica|poczta|sähköposti|e-posta|"
        "eposta|e-post|письмо|почта|электронная почта|пошта|лист|メール|이메일|메일|thư điện tử|surel|อีเมล|郵件|電子郵件|電郵"
    ),
    "meeting": (
        "会议|开会|meeting|treffen|termin|besprechung|réunion|reunión|reunion|cita|reunião|riunione|incontro|vergadering|"
        "afspraak|spotkanie|schůzka|stretnutie|jednání|találkozó|megbeszélés|întâlnire|möte|møde|møte|tapaaminen|palaveri|"
        "toplantı|görüşme|συνάντηση|встреча|совещание|зустріч|нарада|会議|打ち合わせ|打合せ|商談|面談|회의|미팅|họp|cuộc họp|"
        "rapat|pertemuan|ประชุม|會議|開會|視訊會議"
    ),
    "note": "备注|其他|memo|note|notiz|sonstiges|autre|otro|otros|outro|outros|altro|anders|overig|inne|jiné|egyéb|altele|annat|"
    "andet|annet|muu|diğer|άλλο|другое|прочее|інше|その他|メモ|기타|khác|lainnya|อื่นๆ|備註|其他事項",
}
_PRIORITIES = {
    "high": (
        "重要|高|紧急|urgent|high|important|very high|hoch|dringend|wichtig|haute|élevée|urgente|alta|alto|importante|hoog|"
        "wysoki|pilne|vysoká|magas|sürgős|ridicat|hög|høj|høy|korkea|kiireellinen|yüksek|acil|υψηλή|высокий|срочно|важно|"
        "високий|терміново|至急|緊急|높음|긴급|중요|cao|khẩn|gấp|tinggi|mendesak|สูง|ด่วน|緊急重要"
    ),
    "low": (
        "低|不急|low|niedrig|gering|basse|faible|baja|bajo|baixa|bassa|laag|niski|nízká|alacsony|scăzut|låg|lav|matala|düşük|"
        "χαμηλή|низкий|не срочно|низький|낮음|thấp|rendah|ต่ำ"
    ),
}
KINDS = {code: tuple(words.split("|")) for code, words in _KINDS.items()}
PRIORITIES = {code: tuple(words.split("|")) for code, words in _PRIORITIES.items()}
"""By the code of the choice."""
