"""The headers of follow-up histories and lists of what is to be done in the languages of Europe and Asia, Chinese and English aside."""

from __future__ import annotations

ACTIVITY_WORDS = {
    "": (
        "gesprächsprotokoll|anrufliste|besuchsliste|kundenbesuche|telefonate|journal des appels|suivi des appels|"
        "suivi prospection|visites|comptes rendus|registro de llamadas|registro de visitas|visitas|llamadas|seguimiento|"
        "registro de ligações|ligações|visitas a clientes|atendimentos|registro chiamate|registro visite|visite|chiamate|"
        "belverslag|bezoekverslagen|bellijst|rejestr rozmów|rejestr wizyt|wizyty|záznam hovorů|návštěvy|hívásnapló|látogatások|"
        "registru apeluri|vizite|samtalslogg|besök|besøg|besøk|samtalelogg|puhelut|käynnit|ziyaretler|görüşmeler|"
        "arama kayıtları|επισκέψεις|κλήσεις|журнал звонков|журнал визитов|звонки|визиты|встречи|журнал дзвінків|дзвінки|візити|"
        "日報|営業日報|通話履歴|상담일지|상담기록|통화기록|방문기록|영업일지|방문일지|nhật ký cuộc gọi|nhật ký chăm sóc|lịch sử liên hệ|"
        "log panggilan|riwayat kunjungan|laporan kunjungan|บันทึกการโทร|บันทึกการเยี่ยม|聯絡記錄|聯絡紀錄|訪談紀錄|拜訪紀錄|"
        "拜訪記錄|通話紀錄|客訪紀錄|跟進紀錄"
    ),
    "customer": (
        "besuchter kunde|client visité|client appelé|cliente visitado|cliente contactado|cliente visitato|bezochte klant|"
        "odwiedzony klient|navštívený zákazník|müşteri adı soyadı|кому звонили|訪問先|訪問先名|商談先|방문처|방문업체|상담업체|"
        "khách hàng liên hệ|拜訪客戶|訪談客戶|聯絡客戶"
    ),
    "contact": (
        "gesprächspartner|gesprächspartnerin|interlocuteur|personne rencontrée|personne contactée|persona contactada|"
        "persona visitada|atendido por el cliente|pessoa contatada|falou com|persona contattata|persona incontrata|gesproken met|"
        "gesprekspartner|rozmówca|kontaktovaná osoba|tárgyalópartner|persoana contactată|talade med|talt med|snakket med|"
        "keskustelukumppani|görüşülen kişi|görüşülen|συνομιλητής|с кем говорили|собеседник|співрозмовник|з ким говорили|"
        "面談者|面会者|面談相手|商談相手|応対者|상담자명|면담자|상담대상|người tiếp|người gặp|bertemu dengan|pihak yang ditemui|"
        "ผู้ที่พบ|受訪者|受訪人|洽談人|接洽人"
    ),
    "kind": (
        "art|kontaktart|art des kontakts|gesprächsart|kontaktweg|besuchsart|type de contact|type d'appel|moyen|canal|"
        "tipo|tipo de contacto|tipo de visita|tipo de actividad|medio|vía de contacto|tipo de contato|meio|forma de contato|"
        "tipo contatto|tipo di contatto|tipo attività|mezzo|canale|soort|soort contact|type contact|kanaal|rodzaj|"
        "rodzaj kontaktu|typ kontaktu|forma kontaktu|kanał|způsob kontaktu|typ aktivity|druh|spôsob kontaktu|kapcsolat típusa|"
        "kapcsolat módja|típus|csatorna|tip contact|tip|modalitate|kontaktsätt|typ av kontakt|kontaktform|kontakttype|"
        "yhteydenottotapa|tyyppi|görüşme türü|görüşme şekli|iletişim şekli|tür|türü|kanal|τύπος|τρόπος επικοινωνίας|"
        "тип|вид|тип контакта|вид контакта|тип звонка|способ связи|канал|вид связи|тип контакту|спосіб зв'язку|вид контакту|"
        "種別|手段|連絡方法|対応方法|訪問方法|対応種別|活動種別|接触方法|구분|상담방법|상담유형|상담구분|방법|연락방법|유형|"
        "hình thức|hình thức liên hệ|kênh|kênh liên hệ|loại|cara kontak|jenis kontak|jenis kunjungan|jenis|media|"
        "ช่องทาง|ประเภท|วิธีติดต่อ|聯絡方式|拜訪方式|拜訪類型|聯繫方式|溝通方式|方式類型|類型|類別"
    ),
    "done_at": (
        "kontaktdatum|gesprächsdatum|anrufdatum|am|zeitpunkt|uhrzeit|datum uhrzeit|date d'appel|date appel|date du contact|"
        "date contact|date et heure|date de l'appel|date rdv|date du rendez-vous|fecha de contacto|fecha contacto|fecha llamada|"
        "fecha de llamada|fecha y hora|fecha reunión|data do contato|data contato|data da ligação|data e hora|data atendimento|"
        "data contatto|data del contatto|data chiamata|data e ora|datum contact|contactdatum|datum gesprek|beldatum|"
        "data kontaktu|data rozmowy|data spotkania|datum kontaktu|datum návštěvy|datum hovoru|dátum|dátum kontaktu|"
        "dátum návštevy|látogatás dátuma|hívás dátuma|kapcsolatfelvétel dátuma|időpont|data vizitei|data vizită|"
        "data apelului|data contactului|datum för besök|besöksdatum|kontaktdag|dato|besøgsdato|besøksdato|kontaktdato|"
        "päivämäärä|pvm|käyntipäivä|yhteydenottopäivä|görüşme tarihi|arama tarihi|tarih saat|ημερομηνία|ημερομηνία επίσκεψης|"
        "ημ νία|дата контакта|дата и время|дата разговора|дата время|дата обращения|дата візиту|дата дзвінка|дата зустрічі|"
        "дата контакту|дата і час|日付|日時|年月日|対応日時|連絡日|連絡日時|接触日|通話日時|実施日|活動日時|訪問年月日|"
        "일자|날짜|일시|상담일자|상담일시|상담날짜|통화일|통화일시|통화일자|방문날짜|방문일시|연락일|연락일자|미팅일|미팅일자|접촉일|"
        "ngày|ngày liên hệ|ngày gọi|ngày gặp|ngày thăm|ngày giờ|ngày chăm sóc|thời gian|tanggal|tgl|tanggal kunjungan|"
        "tgl kunjungan|tanggal kontak|tanggal telepon|waktu|วันที่|วันที่ติดต่อ|วันที่เยี่ยม|วันที่โทร|วันเวลา|"
        "拜訪時間|聯絡時間|聯繫日期|聯繫時間|訪談日期|訪談時間|洽談日期|洽談時間|通話時間|通話日期|來訪日期|回訪時間|紀錄日期|時間"
    ),
    "text": (
        "gespräch|bericht|gesprächsthema|besprochen|zusammenfassung|betreff|bemerkung|bemerkungen|kommentar|notizen|"
        "échange|échanges|notes de visite|résumé|sujet|contenu|remarques|notas|notas de la llamada|tema|tema tratado|"
        "contenido|comentario|nota|conversación|detalles|resumo|conteúdo|anotações|comentários|observação|observações|"
        "histórico|sintesi|contenuto|argomenti|resoconto|commenti|annotazioni|riassunto|gesprek|inhoud|samenvatting|"
        "opmerking|opmerkingen|notitie|notities|besproken|notatka|treść|treść rozmowy|uwagi|ustalenia|komentarz|podsumowanie|"
        "poznámka|poznámky|obsah|předmět|téma|zápis|průběh|popis|predmet|záznam|tárgy|tartalom|megjegyzés|téma leírása|"
        "összefoglaló|leírás|jegyzet|subiect|conținut|discuție|observații|descriere|rezumat|note discuție|anteckning|"
        "anteckningar|ämne|innehåll|sammanfattning|noter|notat|notater|emne|indhold|innhold|referat|kommentarer|"
        "muistiinpano|muistiinpanot|aihe|sisältö|yhteenveto|kuvaus|huomiot|açıklama|not|notlar|içerik|özet|görüşülen konu|"
        "görüşme konusu|görüşme detayı|yapılan görüşme|σημειώσεις|θέμα|περιεχόμενο|περιγραφή|σχόλια|"
        "суть|суть разговора|суть обращения|содержание разговора|о чем говорили|что обсудили|примечание|описание|заметки|"
        "тема звонка|вопрос|зміст|зміст розмови|коментар|примітка|опис|нотатки|про що говорили|"
        "内容|件名|用件|要件|詳細|概要|備考|メモ|商談内容|対応内容|訪問内容|相談内容|通話内容|活動内容|目的|訪問目的|議題|"
        "상담 내용|통화내용|미팅내용|회의내용|주제|제목|요약|메모|비고|상세내용|방문목적|문의내용|상담메모|특이사항|"
        "nội dung|nội dung trao đổi|nội dung cuộc gọi|nội dung làm việc|chủ đề|ghi chú|tóm tắt|mục đích|diễn giải|"
        "isi|catatan|keterangan|hasil pembicaraan|topik|perihal|ringkasan|uraian|tujuan kunjungan|"
        "เรื่อง|รายละเอียด|หมายเหตุ|หัวข้อ|สรุป|เนื้อหา|บันทึก|內容|訪談內容|通話內容|溝通內容|拜訪目的|拜訪紀要|主旨|主題|"
        "事由|摘要|備註|說明|紀錄|記錄|訪談紀錄|跟進內容|聯繫內容"
    ),
    "outcome": (
        "resultat|gesprächsergebnis|ausgang|résultat de l'appel|issue|conclusion|retour client|resultado de la llamada|"
        "desenlace|conclusión|resultado da visita|resultado do contato|retorno|risultato visita|riscontro|conclusione|"
        "afloop|conclusie|rezultat|rezultat rozmowy|výsledek|výsledok|závěr|eredmény|kimenetel|rezultatul|concluzie|utfall|"
        "resultat av samtal|udfald|utfallet|tulos|lopputulos|görüşme sonucu|ziyaret sonucu|sonucu|αποτέλεσμα|έκβαση|"
        "результат звонка|результат встречи|итог разговора|итоги|підсумок|结果|結果|商談結果|対応結果|訪問結果|反応|"
        "상담결과|통화결과|방문결과|처리결과|반응|고객반응|kết quả|kết quả liên hệ|phản hồi|hasil|hasil kunjungan|tanggapan|"
        "ผล|ผลลัพธ์|ผลการติดต่อ|拜訪結果|訪談結果|聯絡結果|處理結果|客戶反應|客戶反饋|客戶回饋"
    ),
    "place": (
        "lieu|lieu de visite|lugar|local|luogo|plaats|miejsce|místo|miesto|helyszín|loc|locație|plats|sted|paikka|yer|τόπος|"
        "место|место встречи|місце|場所|訪問場所|장소|방문장소|địa điểm|tempat|lokasi|สถานที่|地點|拜訪地點"
    ),
    "minutes": (
        "dauer|gesprächsdauer|durée|durée appel|duración|duração|durata|duur|czas trwania|doba trvání|trvání|időtartam|"
        "längd|varighed|varighet|kesto|süre|görüşme süresi|διάρκεια|длительность|продолжительность|тривалість|所要時間|通話時間分|"
        "시간 분|소요시간|통화시간|thời lượng|durasi|ระยะเวลา|時長|通話時長"
    ),
    "author": (
        "verkäufer|vertriebler|aussendienst|außendienst|sachbearbeiter|erfasst von|erstellt von|angerufen von|bearbeiter|"
        "kundenbetreuer|zuständig|commercial|vendeur|auteur|collaborateur|appelé par|réalisé par|chargé d'affaires|"
        "chargé de clientèle|responsable|vendedor|comercial|asesor|agente|ejecutivo|autor|realizado por|atendido por|"
        "visitado por|consultor|corretor|corretora|atendente|responsável|representante|usuário|agente commerciale|"
        "venditore|commerciale|addetto|operatore|autore|eseguito da|responsabile|vertegenwoordiger|verkoper|medewerker|"
        "accountmanager|auteur verslag|gebeld door|handlowiec|przedstawiciel|pracownik|autor notatki|opiekun|konsultant|"
        "obchodník|obchodní zástupce|zástupce|zapsal|zpracoval|obchodný zástupca|üzletkötő|értékesítő|ügyintéző|munkatárs|"
        "készítette|agent|agent vânzări|consilier|responsabil|reprezentant|säljare|ansvarig|handläggare|sælger|selger|"
        "ansvarlig|medarbejder|saksbehandler|myyjä|vastuuhenkilö|edustaja|tekijä|satış temsilcisi|temsilci|plasiyer|"
        "görüşen|görüşmeyi yapan|personel|sorumlu|πωλητής|υπεύθυνος|χειριστής|менеджер|продавец|ответственный|сотрудник|"
        "автор|оператор|исполнитель|кто звонил|торговый представитель|відповідальний|продавець|співробітник|виконавець|"
        "営業担当|営業担当者|営業|対応者|当社担当|当社担当者|自社担当者|記入者|報告者|作成者|受付者|訪問担当者|"
        "담당 영업|영업담당|영업담당자|상담자|상담원|상담사|상담직원|작성자|방문자|통화자|접수자|직원|"
        "nhân viên|nhân viên kinh doanh|nvkd|người phụ trách|người gọi|người liên hệ nội bộ|người thực hiện|nhân viên tư vấn|"
        "sales|petugas|pic sales|nama sales|oleh|penanggung jawab|พนักงานขาย|ผู้รับผิดชอบ|เจ้าหน้าที่|ผู้บันทึก|"
        "業務|業務員|業務代表|業務專員|業務人員|負責業務|承辦人|紀錄人|記錄人|訪談人|聯絡人員|跟進人員|負責人員|專員"
    ),
}
REMINDER_WORDS = {
    "": (
        "aufgabenliste|wiedervorlagen|offene punkte|tâches|à faire|relances|liste des tâches|tareas|pendientes|"
        "lista de tareas|recordatorios|tarefas|lembretes|pendências|attività da fare|promemoria|da fare|compiti|taken|"
        "takenlijst|herinneringen|zadania|lista zadań|przypomnienia|úkoly|připomínky|úlohy|feladatok|teendők|emlékeztetők|"
        "sarcini|de făcut|uppgifter|att göra|påminnelser|opgaver|huskeliste|påmindelser|oppgaver|gjøremål|påminnelser liste|"
        "tehtävät|muistutukset|görevler|yapılacaklar|hatırlatmalar|εργασίες|υπενθυμίσεις|задачи|дела|список дел|напоминания|"
        "завдання|справи|нагадування|タスク|やること|リマインダー|予定|訪問予定|할일|할일목록|업무목록|알림|việc cần làm|"
        "công việc|nhắc việc|tugas|daftar tugas|pengingat|งานที่ต้องทำ|待辦|待辦事項|提醒事項|工作清單|任務|任務清單"
    ),
    "kind": (
        "art|aufgabentyp|aufgabenart|type de tâche|tipo de tarea|tipo de tarefa|tipo attività|soort taak|rodzaj zadania|"
        "typ zadania|typ úkolu|feladat típusa|tip sarcină|typ av uppgift|opgavetype|oppgavetype|tehtävän tyyppi|görev türü|"
        "τύπος εργασίας|тип задачи|вид задачи|тип завдання|タスク種別|업무구분|loại công việc|jenis tugas|ประเภทงาน|任務類型|方式類型"
    ),
    "text": (
        "aufgaben|was|zu tun|tätigkeit|nächster schritt|nächste schritte|beschreibung|tâche|action|action à faire|"
        "à faire|objet|description de la tâche|libellé tâche|prochaine étape|prochaine action|tarea|asunto|acción|próximo paso|"
        "próximos pasos|próxima acción|recordatorio|pendiente|tarefa|assunto|ação|próxima ação|lembrete|próximos passos|"
        "attività|azione|oggetto|prossimo passo|prossima azione|compito|promemoria testo|taak|omschrijving taak|onderwerp|"
        "actie|volgende stap|vervolgactie|zadanie|temat|następny krok|kolejny krok|dalsze kroki|do zrobienia|úkol|"
        "další krok|předmět|úloha|ďalší krok|feladat|teendő|következő lépés|sarcină|acțiune|pasul următor|următorul pas|"
        "uppgift|nästa steg|ämne|åtgärd|opgave|næste skridt|næste trin|oppgave|neste steg|tehtävä|seuraava askel|"
        "seuraava toimenpide|görev|yapılacak|yapılacak iş|konu|sonraki adım|εργασία|επόμενο βήμα|θέμα|задача|дело|"
        "что сделать|следующий шаг|дальнейшие действия|действие|тема|завдання|що зробити|наступний крок|справа|"
        "タスク名|件名|やること|次のステップ|次回アクション|ネクストアクション|次回予定|할 일|할일|업무|업무내용|다음단계|"
        "향후계획|다음 액션|후속조치|việc|việc cần làm|công việc|nội dung công việc|bước tiếp theo|nội dung nhắc|tugas|"
        "langkah selanjutnya|tindak lanjut|rencana tindak lanjut|pekerjaan|งาน|สิ่งที่ต้องทำ|ขั้นตอนต่อไป|"
        "다음일정|다음 일정|次回対応|下一步|下一步計畫|下次跟進內容|後續行動|後續追蹤|待辦|提醒內容|任務內容|任務名稱|工作內容"
    ),
    "due_at": (
        "fällig am|fällig bis|bis|termin|frist|wiedervorlage|wiedervorlage am|erledigen bis|nächster kontakt|nächster termin|"
        "échéance|date d'échéance|à faire pour|pour le|date limite|date de relance|relance|prochaine relance|prochain contact|"
        "date prochain contact|prochain rdv|fecha límite|fecha de vencimiento|vencimiento|vence|fecha compromiso|"
        "próximo contacto|próxima llamada|próxima visita|fecha próximo contacto|fecha de seguimiento|prazo|data limite|"
        "data de vencimento|vencimento|próximo contato|data próximo contato|data do próximo contato|scadenza|"
        "data scadenza|entro il|entro|prossimo contatto|data prossimo contatto|prossima chiamata|vervaldatum|"
        "uiterste datum|deadline datum|volgend contact|volgende actie op|terugbellen op|termin realizacji|termin wykonania|"
        "data przypomnienia|następny kontakt|data następnego kontaktu|do kiedy|termín|termín splnění|do kdy|další kontakt|"
        "datum dalšího kontaktu|ďalší kontakt|határidő|esedékesség|következő kontakt|következő hívás|termen|termen limită|"
        "data limită|scadență|următorul contact|förfallodatum|senast|nästa kontakt|uppföljning|forfaldsdato|"
        "næste kontakt|opfølgning|forfallsdato|neste kontakt|oppfølging|frist dato|määräaika|eräpäivä|seuraava yhteydenotto|"
        "son tarih|bitiş tarihi|termin tarihi|sonraki görüşme|sonraki arama|hatırlatma tarihi|takip tarihi|προθεσμία|"
        "επόμενη επαφή|ημερομηνία λήξης|срок|срок исполнения|крайний срок|дедлайн|дата напоминания|следующий контакт|"
        "следующий звонок|дата следующего контакта|дата следующего звонка|перезвонить|выполнить до|термін|термін виконання|"
        "строк|крайній термін|наступний контакт|наступний дзвінок|期限|期日|締切|締切日|予定日|次回予定日|次回連絡日|次回訪問日|"
        "次回訪問予定|対応期限|リマインド日|기한|마감일|마감|예정일|완료예정일|다음연락일|다음상담일|다음 연락|다음방문일|알림일|"
        "hạn|hạn chót|thời hạn|ngày hẹn|ngày đến hạn|ngày hẹn tiếp theo|ngày liên hệ tiếp theo|lịch hẹn|tenggat|batas waktu|"
        "jatuh tempo|tanggal tindak lanjut|jadwal berikutnya|กำหนด|กำหนดส่ง|วันครบกำหนด|นัดครั้งต่อไป|วันที่นัด|"
        "到期日期|截止日|期限日期|提醒時間|預約時間|預計日期|預定日期|下次跟進|下次跟進日期|下次聯絡|下次聯絡日期|下次聯繫|"
        "下次拜訪|下次拜訪日期|預計完成日"
    ),
    "done_at": (
        "erledigt am|abgeschlossen|fertig|statut|état|fait|fait le|terminé|réalisé|effectué|estado|hecho|hecha|completado|"
        "realizado|terminado|finalizado|situação|feito|concluído|concluída|data de conclusão|stato|fatto|completato|"
        "concluso|eseguito|gedaan|afgerond|voltooid|klaar|zrobione|wykonane|zakończone|wykonano|hotovo|splněno|stav|"
        "dokončeno|splnené|kész|elvégezve|állapot|teljesítve|stare|făcut|finalizat|efectuat|klart|klar|gjort|avslutad|"
        "færdig|udført|afsluttet|fullført|ferdig|utført|valmis|tehty|tila|durum|durumu|yapıldı|tamamlandı|κατάσταση|"
        "ολοκληρώθηκε|έγινε|статус|сделано|выполнено|готово|завершено|отметка о выполнении|виконано|зроблено|стан|"
        "完了|完了日|済|状態|状況|対応状況|ステータス|완료|완료일|완료여부|상태|처리상태|진행상태|đã xong|hoàn thành|trạng thái|"
        "tình trạng|ngày hoàn thành|selesai|status tugas|tanggal selesai|เสร็จ|เสร็จแล้ว|สถานะ|狀態|完成狀態|完成與否|已辦"
    ),
}
