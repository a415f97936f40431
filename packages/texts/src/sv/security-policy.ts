/** How to report a security flaw: the page that security.txt leads to. */
export const securityPolicyTexts = {
  title: 'Rapportera en säkerhetsbrist',
  intro: 'Har du hittat en brist i tjänsten som kan skada uppgifterna eller användarna vill vi veta det först av alla.',
  howHeading: 'Så rapporterar du',
  how: 'Skriv till adressen nedan på svenska eller engelska. Beskriv vad du gjorde, vad som hände och hur vi kan upprepa det.',
  never: 'Skicka aldrig personnummer, löneuppgifter eller någon annans inloggningsuppgifter.',
  promiseHeading: 'Det här lovar vi',
  promises: [
    'Du får svar inom tre arbetsdagar och en första bedömning inom tio.',
    'En kritisk brist åtgärdas inom sju dagar, en allvarlig inom trettio och övriga inom nittio.',
    'Vi berättar när bristen är åtgärdad och nämner dig om du vill.',
    'Vi vidtar inga rättsliga åtgärder mot den som håller sig till det som står här.',
  ],
  limitsHeading: 'Det här ber vi dig om',
  limits: [
    'Använd bara konton som är dina egna, och läs, ändra eller spara inte andras uppgifter.',
    'Prova inte överbelastning, och lura inte någon användare.',
    'Berätta inte om bristen för andra förrän den är åtgärdad.',
  ],
  addressHeading: 'Adress',
} as const;
