// What the rep has written down about the invented people, in Chinese. `days` are counted from today: -3 is three days ago.

/** @type {Record<string, import('./story-en.mjs').Story>} by the id of the conversation; Tom has no next follow-up: the check sets one. */
export const people = {
  'lin-yue': {
    tags: ['咖啡店', '杭州', '常客'],
    notes: [
      { days: -60, text: '她妈妈最喜欢那把样品椅。老家绍兴，国庆回来给我带了梅干菜。', pinned: true },
      { days: -4, text: '答应去开业：周五上午十点，靠窗的位子留给我。' },
      { days: 0, text: '户外桌想再加两张，不急，但这周要给她答复。' },
    ],
    next: { days: 0, reason: '告诉她户外桌还有没有两张现货' },
  },
  'chen-guodong': {
    tags: ['学校', '招标'],
    notes: [
      { days: -82, text: '阅览室六十个座位，定了第二种排法，校长满意，走三季度预算。' },
      { days: -33, text: '一催话就短。带点能归档的东西去，检测报告、图纸，他才好回。' },
    ],
    next: { days: -1, reason: '问一句招标走到哪了，顺手把新的检测报告发过去' },
  },
  'wang-lei': {
    tags: ['酒店', '欠他回复'],
    notes: [
      { days: -62, text: '大堂沙发选了灰蓝那块，B1 级。' },
      { days: -38, text: '问过两件事我一直没回：三十六张书桌最快多久，含不含安装。', pinned: true },
    ],
    next: { days: -3, reason: '回他：五周到货，含安装' },
  },
  'zhao-min': {
    tags: ['培训', '新客'],
    notes: [{ days: -2, text: '两间教室各三十人，R12 折叠桌，轮子要能锁。老板拍板，她准备材料。' }],
    next: { days: 1, reason: '带一张 R12 过去，让她老板看实物' },
  },
  'he-jing': {
    tags: ['民宿', '常客'],
    notes: [
      { days: -61, text: '每个月都订，老榆木，说一声“老规矩”她就高兴。', pinned: true },
      { days: -30, text: '客人爱拍那几把藤椅，问她要张照片放画册里。' },
    ],
    next: { days: 0, reason: '又到她下单的时候了，问问这个月要什么' },
  },
  'liu-wenbo': {
    tags: ['书店', '老同学'],
    notes: [{ days: -78, text: '二楼想做亲子角。给我留了本好书，我还欠他一次上门喝茶。' }],
    next: { days: 6, reason: '去店里喝茶，问问亲子角' },
  },
  'daniel-okafor': {
    tags: ['酒店', '常客'],
    notes: [
      { days: -58, text: '面料定了 Slate 和 Moss，两个缸号都留好了。扶手椅脚用胡桃色。', pinned: true },
      { days: -14, text: '喜欢同一班师傅做完所有楼层。中午以后别送货，卸货口有人占。' },
      { days: -2, text: '接下来是四楼，他想在预算会之前聊一次。' },
    ],
    next: { days: 2, reason: '打电话聊四楼，带上面料册' },
  },
  'sofia-marquez': {
    tags: ['设计师', '餐厅'],
    notes: [
      { days: -83, text: '三个方案总是选第二个。晚上才回消息。' },
      { days: -41, text: '露台那套数量定了可以让 6%。她客户也在看别家。' },
    ],
    next: { days: 9, reason: '给她看看新款露台椅，不催决定' },
  },
  'amelia-hart': {
    tags: ['联合办公', '电话亭'],
    notes: [{ days: -76, text: '展会上认识的。我写了五次，一次没回，先让她缓缓。' }],
    next: { days: 21, reason: '新年再写最后一次，之后就放下' },
  },
  'tom-becker': {
    tags: ['施工', '河畔店'],
    notes: [
      { days: -34, text: '道歉的方式是发照片。两个儿子，周六都打橄榄球。' },
      { days: -5, text: '问包装谁来收，能不能留两个托盘。' },
    ],
  },
  'priya-nair': {
    tags: ['培训', '常客'],
    notes: [
      { days: -42, text: '开放日很成功，来了 140 人。借给她二十把椅子，她一直记着。' },
      { days: -14, text: '董事会想看新翼的第二种方案，不铺地毯的。', pinned: true },
    ],
    next: { days: 4, reason: '问问董事会怎么看方案二' },
  },
  'grace-lim': {
    tags: ['幼儿园', '新客'],
    notes: [
      { days: -10, text: '有个孩子过敏，只能用水性漆（EN 71-3）。中英文混着写。', pinned: true },
      { days: -1, text: '答应报价：8 张桌子、48 把椅子，开学前送到。' },
    ],
    next: { days: 0, reason: '把报价发给她：8 张桌子、48 把椅子' },
  },
};

/** Reply templates: title and text. */
export const replies = [
  ['早上好', '{{称呼|您好}}，早上好，这周一切顺利吧？{{cursor}}'],
  ['第一次来问', '{{称呼|您好}}，谢谢您来问。{{cursor}}我先发您两三个方案比一比，可以吗？'],
  ['报价跟进', '{{称呼|您好}}，报价您看了吗？哪里不合适跟我说，我来改。{{cursor}}'],
  ['发货进度', '{{称呼|您好}}，您的货{{cursor}}从工厂发出，师傅到之前一小时会打电话。'],
  ['成交后道谢', '{{称呼|您好}}，谢谢您的信任。这单我自己盯着，有一点不对您随时找我。{{cursor}}'],
  ['约时间', '{{称呼|您好}}，我{{cursor}}正好在您附近，带样品过来坐半小时，方便吗？'],
  ['生日祝福', '{{称呼|您好}}，生日快乐！愿今天有人给您端上一碗长寿面。{{cursor}}'],
  ['东西坏了', '{{称呼|您好}}，真不好意思。您拍张照片给我，新的今天就寄出。{{cursor}}'],
];

/** The words in what happened with them and what lies ahead, see lives.mjs. */
export const words = {
  cafe: '林悦的咖啡店',
  cafeChairs: '咖啡椅 24 把、桌子 8 张',
  opening: '咖啡店开业',
  school: '第三中学',
  tender: '招标公告',
  readingRoom: '阅览室 60 座',
  hotel: '西湖宾馆',
  friend: '老客户介绍',
  training: '明路培训',
  xiaohongshu: '小红书',
  wood: '偏好木材',
  oak: '橡木',
  walnut: '胡桃木',
  ash: '白蜡木',
  delivery: '送货',
  backDoor: '走后门，十点前送到',
  goodsLift: '货梯宽 90 厘米',
  foldingTables: '两间教室的折叠桌',
  guesthouse: '老榆木民宿',
  usual: '老规矩：老榆木',
  sonsExam: '儿子模拟考',
  bookshop: '街角书店',
  shelves: '两层楼的书架',
  harbour: 'Harbour House 酒店',
  fair: '办公展',
  floorThree: '三楼 40 间',
  floorFour: '四楼 42 间',
  scratched: '有张书桌边上划了一道',
  budgetRound: '预算会',
  architect: 'Márquez 设计所',
  terrace: '餐厅露台该开了',
  terraceSet: '露台桌椅',
  seat: '榉木椅',
  table: '阅览桌',
  playroom: '活动室',
  lowTable: '矮桌',
  smallChair: '儿童椅',
  coworking: 'Fold 联合办公',
  fitOut: 'Becker 施工',
  riverside: '河畔办公室 22 张书桌',
  academy: 'Nair 学院',
  openDay: '开放日 140 把椅子',
  openDayWell: '开放日很成功',
  noCarpet: '想看不铺地毯的方案',
  preschool: '小桥幼儿园',
  allergy: '有个孩子对溶剂过敏',
};
