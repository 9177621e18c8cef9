// The replies that Rapport brings, in English.
import type { Starter, StarterSet } from './purposes';

const say = (shortcut: string, title: string, body: string): Starter => ({ shortcut, title, body });

export const english: StarterSet = {
  folders: {
    first: 'First words',
    questions: 'Questions',
    deciding: 'Trying and deciding',
    bought: 'Bought',
    care: 'Keeping in touch',
  },
  replies: {
    'hello-new': say(
      'hello',
      'Hello to somebody new',
      'Hi {{first_name|there}}, thanks for getting in touch. I look after {{?what you do}} here. Ask me anything, any time. You don’t have to buy a thing.',
    ),
    'hello-referred': say(
      'referred',
      'Sent by somebody we both know',
      'Hi {{first_name|there}}, {{?who}} told me about you and said you’re looking into {{?what}}. Tell me a little about what you need, and I’ll be straight with you about whether we’re right for it.',
    ),
    'useful-thing': say(
      'share',
      'Something worth sharing',
      'Hi {{first_name|there}}, I came across this about {{?topic}} and thought of you: {{cursor}}',
    ),
    'their-post': say('post', 'To what they posted', 'Hi {{first_name|there}}, I just saw your post about {{?topic}}. {{cursor}}'),
    invite: say(
      'invite',
      'An invitation',
      'Hi {{first_name|there}}, we’re having {{?event}} on {{?day and time}} at {{?place}}. It’s a small group and I think you’d enjoy it. Can you come? If you tell me by {{date+3d}}, I’ll keep a place for you.',
    ),

    price: say(
      'price',
      'What does it cost?',
      'Hi {{first_name|there}}, {{?product}} usually comes to {{?price range}}. The difference is mostly in {{?what makes the difference}}. How would you use it, and how many do you need? Then I can give you a proper figure and you won’t pay for more than you need.',
    ),
    'in-stock': say(
      'stock',
      'Do you have it?',
      'Hi {{first_name|there}}, I’ve checked: {{?product}} is {{choice stock:in stock|on its way to us, a few days at most}}. I can put it aside for you until {{date+3d}}, no obligation.',
    ),
    'delivery-time': say(
      'delivery',
      'How long will it take?',
      'Hi {{first_name|there}}, it usually takes {{?how long}} to reach you. If anything changes along the way, you’ll hear it from me first.',
    ),
    discount: say(
      'discount',
      'Can you do it for less?',
      'Hi {{first_name|there}}, fair question. The price includes {{?what it includes}}. To go lower I’d have to take some of that away, and I don’t think you’d thank me for it. If you’re flexible about {{?quantity or timing|the timing}}, let me see what I can do.',
    ),
    compare: say(
      'compare',
      'Others are cheaper',
      'Hi {{first_name|there}}, it makes sense to compare. I’d look at {{?two or three points}}, because that’s usually where the difference in price comes from. If theirs is just as good there, it’s the better deal, and I’d tell you so.',
    ),
    'find-out': say(
      'findout',
      'I have to find out',
      'Hi {{first_name|there}}, I don’t want to guess on that one. Let me ask, and I’ll get back to you {{choice when:by the end of today|by noon tomorrow|within two days}}.',
    ),
    'late-answer': say('sorry', 'Sorry for the wait', 'Hi {{first_name|there}}, sorry to have kept you waiting. {{cursor}}'),

    appointment: say(
      'meet',
      'Finding a time',
      'Hi {{first_name|there}}, it would be easier to go through {{?topic}} together. Would {{?day|tomorrow}} {{choice time:in the morning|in the afternoon|after work}} suit you? Twenty minutes is plenty, and a call is fine too.',
    ),
    'visit-thanks': say(
      'met',
      'After a meeting',
      'Hi {{first_name|there}}, thank you for your time today. What matters most to you, as I noted it: {{?what matters most}}. My part, by {{date+2d}}: {{last_promise|what we agreed}}. Tell me if I missed anything.',
    ),
    'trial-start': say(
      'trial',
      'Starting a trial',
      'Hi {{first_name|there}}, you’re all set. To begin with, just try {{?first step}}. The rest can wait. If anything feels awkward, tell me right away. I’ll ask how it’s going on {{weekday+3d}}.',
    ),
    'trial-check': say(
      'howtrial',
      'How is the trial going?',
      'Hi {{first_name|there}}, you’ve had a few days with it now. How does it feel? I’d like the honest version, annoying bits included. And if it isn’t for you, that’s fine too.',
    ),
    'quote-sent': say(
      'quote',
      'Here is the quote',
      'Hi {{first_name|there}}, here is the quote you asked for: {{?amount}}, good until {{date+2w}}. It covers {{?what it covers}}. The only extra is {{?extra|delivery}}. If any line isn’t clear, just ask.',
    ),
    'quote-follow': say(
      'afterquote',
      'After the quote',
      'Hi {{first_name|there}}, have you had a chance to look at the quote? If something doesn’t fit, I can still change it. If we settle it by {{date+1w}}, I can promise you {{?what you can promise}}.',
    ),
    'let-me-think': say(
      'think',
      'They want to think about it',
      'Hi {{first_name|there}}, of course, take all the time you need. Is there one thing you’re still unsure about? I’m happy to find out. Is it all right if I check in on {{weekday+1w}}, {{date+1w}}?',
    ),
    'not-for-you': say(
      'notforyou',
      'Not the right thing for them',
      'Hi {{first_name|there}}, from what you’ve told me I honestly don’t think {{?product}} is right for you: {{?reason}}. Have a look at {{?what suits better}} instead. And if I can help with anything else, just say.',
    ),

    'order-thanks': say(
      'thanks',
      'Thanks for the order',
      'Hi {{first_name|there}}, your order is in, thank you for your trust. Next I’ll take care of {{?next step}}. If anything changes you’ll hear it from me, so you won’t have to chase.',
    ),
    'on-the-way': say(
      'sent',
      'It is on its way',
      'Hi {{first_name|there}}, {{?what}} left today. The tracking number is {{?tracking number}}, and it should be with you {{?when}}. If the box looks damaged, send me a photo before you sign for it.',
    ),
    'after-use': say(
      'howisit',
      'How is it working out?',
      'Hi {{first_name|there}}, you’ve been using {{?what they bought}} for a little while now. Does it do what you hoped? If anything isn’t right, tell me and I’ll sort it out.',
    ),
    complaint: say(
      'problem',
      'Something went wrong',
      'Hi {{first_name|there}}, I’m sorry, that shouldn’t have happened. So that I can put it right, could you send me {{?what you need|a photo}}? You’ll have an answer from me {{choice when:today|by noon tomorrow|within two days}}, and I’ll see it through myself.',
    ),
    tip: say(
      'tip',
      'A tip for using it',
      'Hi {{first_name|there}}, a small tip for {{?product}}: {{?tip}}. It saves a lot of bother, and most people find it out late.',
    ),
    again: say(
      'again',
      'Time for more?',
      'Hi {{first_name|there}}, going by last time, you should be running low on {{?what}}. Shall I get the same ready for {{date+5d}}? If you still have enough, just ignore me.',
    ),
    'for-you-first': say(
      'first',
      'Regulars hear it first',
      'Hi {{first_name|there}}, {{?what is new}} has just come in. There are only a few, so I’m asking our regulars before it goes on offer. I thought of you because {{?why}}. I can keep one until {{date+3d}}, and a plain no is fine.',
    ),
    'plan-together': say(
      'plan',
      'Planning ahead together',
      'Hi {{first_name|there}}, what’s coming up {{#if company}}at {{company}}{{else}}for you{{/if}} over the next six months? If I know early, I can plan around it and keep things free for you. Would half an hour {{?when|next week}} work?',
    ),

    'promise-kept': say('promised', 'As promised', 'Hi {{first_name|there}}, as promised ({{last_promise}}): {{cursor}}'),
    cooling: say(
      'while',
      'It has been a while',
      'Hi {{first_name|there}}, it’s been a while. How are you? Nothing to sell today. I was just wondering how {{?what they told you about}} turned out.',
    ),
    'in-mind': say(
      'plans',
      'What they had in mind',
      'Hi {{first_name|there}}, a while ago you mentioned {{?their plan}}. It should be about time now. How is it coming along? If you’re weighing anything up, I’m happy to think it through with you.',
    ),
    birthday: say(
      'birthday',
      'Happy birthday',
      'Happy birthday{{#if first_name}}, {{first_name}}{{/if}}! {{#if tier=deep|iron}}Thank you for your trust this past year. {{/if}}I hope the day is a good one and the year even better. {{cursor}}',
    ),
    anniversary: say(
      'anniversary',
      'Years together',
      'Hi {{first_name|there}}, it’s been {{?how long}} since we first worked together. Thank you for staying with us. If there’s something we could do better, I’d like to hear it.',
    ),
    'child-birthday': say(
      'child',
      'Their child’s birthday',
      'Hi {{first_name|there}}, a happy birthday to {{?the child’s name|the little one}}! I hope there’s plenty of cake, and a quiet moment for you afterwards.',
    ),
    exam: say(
      'exam',
      'Luck for the exam',
      'Hi {{first_name|there}}, best of luck to {{?the child’s name|your child}} with the exam. I’ll keep my fingers crossed. No need to reply, you’ll have enough on your mind.',
    ),
    expiry: say(
      'renew',
      'Something runs out soon',
      'Hi {{first_name|there}}, a quick heads-up: your {{occasion}} is on {{next_date}}. Whether you carry on is up to you. If you’d like to, tell me a few days before and I’ll have everything ready.',
    ),
    festival: say(
      'holidays',
      'Holiday wishes',
      'Hi {{first_name|there}}, {{?wish|happy holidays}}! I hope you get some proper rest with the people you love.',
    ),
    friend: say(
      'catchup',
      'Catching up with a friend',
      'Hi {{first_name|there}}, it’s been too long. {{choice what:Coffee|Lunch|A walk}} {{?when|next week}}? No business, just catching up.',
    ),
    'referral-ask': say(
      'recommend',
      'Asking to be recommended',
      'Hi {{first_name|there}}, I’m glad it’s working out for you. If somebody you know is struggling with {{?problem}}, feel free to pass on my name. I’ll look after them as I do you, and say so honestly if it isn’t for them. If you’d rather not, that’s perfectly fine.',
    ),
    'referral-thanks': say(
      'thankyou',
      'Thanks for a recommendation',
      'Hi {{first_name|there}}, {{?who}} got in touch. Thank you for thinking of me, I’ll take good care of them. {{?how to say thanks|Coffee is on me next time}}.',
    ),
  },
};
