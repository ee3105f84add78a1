// What sites write in the place of a text, in nine languages. Without `u` and `\p`: compiling those takes longer than
// reading the page. Each is matched with a short text, or once with a page.

/** A text goes on for those who pay or register. */
export const WALL_PROMPT =
  /\b(subscribe|sign (in|up)|log ?in|register|become a member|upgrade|create (a free|an) account)\b[^.!?]{0,60}\b(to (continue|keep|finish) reading(?! us\b)|to read (the|this|on|more|it)|to unlock|for full access)|\b(continue|keep) reading (with|by) |\bto (continue|keep) reading,? (please )?(subscribe|sign|log|register|create|become)|\b(the rest of )?this (article|story|content|post) is (only )?(for|reserved for|available to|exclusive to)( [^\s.!?]+){0,3} (subscribers|members)|\b(weiterlesen mit|jetzt weiterlesen|um weiterzulesen|lesen sie weiter mit|(nur|exklusiv) für abonnent\w*\b(?!\s*:)|sie haben bereits ein abo|dieser (artikel|inhalt) ist kostenpflichtig|diesen artikel weiterlesen)|(la suite|cet article|ce contenu|article) (est )?réservée?s? aux (abonnés|membres)|il vous reste \d+\s?% de cet article|pour lire la suite|déjà abonnée?|\b(para (seguir|continuar) leyendo|contenido (exclusivo|solo) para suscriptores|ya eres suscriptor|suscríbete para (leer|seguir|continuar))|\b(contenuto|articolo) (è )?(riservato|esclusivo|disponibile solo) (agli|per gli) abbonati|per continuare a leggere|sei già abbonato|(conteúdo|artigo|matéria) (é )?(exclusiv[oa]|reservad[oa]) (para|a) (os )?(nossos )?assinantes|para continuar (lendo|a ler)|já é assinante|\b(dit|deze) (artikel|verhaal) is (alleen|exclusief) voor (abonnees|leden)|om verder te lezen|lees verder met|有料会員限定|会員限定(記事|です)|続きを(お読み|読むに)|残り\s?[\d,]+\s?文字|登录后(可)?(阅读|查看)(全文|更多)|(本文|该文|此内容)为?(付费|会员)|订阅后(可)?(阅读|查看)|剩余内容/i;

const CONSENT_TOPICS: readonly RegExp[] = [
  /\bcookies?\b|クッキー|cookie/gi,
  /\b(our|\d+) partners\b|we and our|\bunsere partner|nos (\d+ )?partenaires|nuestros( \d+)? socios|terze parti|(haar|onze)( \d+)? partners|nossos( \d+)? parceiros|パートナー|合作伙伴/gi,
  /\b(accept|reject|agree to) (all|cookies)|alle akzeptieren|akzeptieren und|tout accepter|accepter et fermer|sans accepter|acepta(r)? (o rechazar|todo|las cookies)|\baccetta|rifiuta|\bakkoord|aceitar tud?o|gerir opções|すべて同意|接受(所有|全部)/gi,
  /personal data|personenbezogene|données personnelles|informations personnelles|datos personales|dati personali|dados pessoais|persoonsgegevens|個人データ|个人(数据|信息)/gi,
  /\bconsent|your permission|privacy (settings|choices|policy|center|centre)|einwilligung|widerrufen|datenschutzerklärung|consentement|votre accord|consentimiento|tus preferencias|consenso|toestemming|consentimento|同意|プライバシー|隐私/gi,
  /personali[sz]ed? (ads|advertising|content)|tracking|werbung|anzeigen zu personalisieren|publicités|anuncios|misurazione|advertenties|publicidade|広告|广告/gi,
  /(store|storing)[^.]{0,20}access|on (a|your) device|gerätekennungen|stocker|almacenamos|informatie op te slaan|armazenadas|identificadores|technologien|tecnologie simili|technieken|technologies similaires|アクセス解析/gi,
];

/** How much of a text speaks of consent to cookies: how many of seven topics, and how often in all. */
export function measureConsent(text: string): { readonly topics: number; readonly hits: number } {
  const counts = CONSENT_TOPICS.map((topic) => text.match(topic)?.length ?? 0);
  return { topics: counts.filter((count) => count > 0).length, hits: counts.reduce((sum, count) => sum + count, 0) };
}

/** A page says that its text needs a script. */
export const NEEDS_SCRIPT =
  /(enable|turn on|activate|requires?|without|need) (a browser with )?javascript|javascript (is|must be|has been|ist|est) (not |currently )?(disabled|available|required|enabled|turned off|deaktiviert|désactivé|nécessaire|erforderlich)|(aktivieren sie|aktiviere)( bitte)? javascript|activer javascript|activ(ar|a|e) javascript|(abilita|attiva)(re)? javascript|ative o javascript|(schakel|zet) javascript|javascriptを有効|(启用|开启|打開|啟用) ?javascript/i;

// Whole titles, folded: lower case without punctuation. Part of a title may say the same in a short article.
export const ERROR_TITLE =
  /^((oops|whoops|uh oh|sorry|error|http|status|code|fehler|erreur|errore|erro|fout) ?)*([45]\d\d)?( ?(error|fehler|oops))?( ?(((this|that|the|your) )?(page|file|document|article|content|site|url|resource|post|story)( you (requested|are looking for|were looking for))? (was |is |could |can |has |does |cannot |can t |can’t |doesn t |couldn t |isn t )*(not |no longer )*(be )?(found|exists?|available|been (moved|removed|deleted))|not found|nothing (was )?found( here)?|forbidden|access denied|unauthori[sz]ed|bad (request|gateway)|internal server error|(service|site) (temporarily |is )*unavailable|gateway time ?out|connection timed out|too many requests|just a moment|attention required|(checking|verifying|verify) (if |that )?(your|the|you)\b.*|are you (a )?(human|robot)|security check|(die )?((gewünschte|angeforderte) )?seite (wurde )?(leider )?nicht gefunden|zugriff verweigert|(cette )?page (est )?(introuvable|non trouvée)|accès (refusé|interdit)|página no encontrada|acceso denegado|pagina non trovata|accesso negato|página não encontrada|acesso negado|pagina niet gevonden|toegang geweigerd|找不到(页面|頁面)|页面不存在|访问被拒绝|ページが見つかりません|アクセスが拒否されました))?$/;

export const SIGN_IN_TITLE =
  /^(please )?((sign|log) ?(in|on)|login|welcome back|anmelden|anmeldung|einloggen|connexion|connectez vous|se connecter|iniciar sesión|inicia sesión|accedi|entrar|inloggen|登录|登入|ログイン)( (to|with|bei|à|en|a|or) .*)?$/;
