// Feishu's own pictures, by the nearest sign that every device has.
const glyphs = `
OK 👌 THUMBSUP 👍 ThumbsDown 👎 THANKS 🙏 MUSCLE 💪 FINGERHEART 🫰 APPLAUSE 👏 FISTBUMP 👊 JIAYI ➕ DONE ✅ SMILE 🙂 BLUSH 😊
LAUGH 😄 LOL 😂 SMIRK 😏 FACEPALM 🤦 LOVE 😍 WINK 😉 PROUD 😌 WITTY 🤓 SMART 🤓 SCOWL 😠 THINKING 🤔 SOB 😭 CRY 😢 ERROR 😵
HAUGHTY 😤 SPEECHLESS 😑 SHY ☺️ TEARS 😂 ANGRY 😡 SHOCKED 😱 WOW 😮 TERROR 😨 PETRIFIED 😳 SLEEP 😴 DROWSY 🥱 YAWN 🥱
SALUTE 🫡 HUG 🤗 KISS 😘 HEART ❤️ HEARTBROKEN 💔 ROSE 🌹 FIREWORKS 🎆 Firecracker 🧨 PARTY 🥳 BEER 🍺 CAKE 🎂 GIFT 🎁
Coffee ☕ Trophy 🏆 BOMB 💣 Fire 🔥 Music 🎵 Pin 📌 Alarm ⏰ Loudspeaker 📢 CheckMark ✔️ CrossMark ❌ Hundred 💯 Yes 🙆 No 🙅
Check ☑️ OnIt 🫡 LGTM 👍 Get 👌 GoGoGo 🏃 WAVE 👋 SHAKE 🤝 HIGHFIVE 🙌 UPPERLEFT 👆 STRIVE ✊ MeMeMe 🙋 EYES 👀 AWESOME 👍
Sigh 😮‍💨 ENOUGH 🙄 BLACKFACE 😒 SWEAT 😅 JOYFUL 😃 YEAH ✌️ RAINBOWPUKE 🤮 SICK 🤢 SKULL 💀 POOP 💩 WAIL 😭 XBLUSH 😳
Typing ⌨️ StatusReading 📖 RoarForYou 🎉 EatingFood 🍚 MoonCake 🥮 FORTUNE 🧧 LUCK 🍀 Lemon 🍋 SUN ☀️ RAIN 🌧️ Snowman ⛄`
const words = glyphs.trim().split(/\s+/)
const byName = new Map(
  words.flatMap((word, index) => (index % 2 === 0 ? [[word.toUpperCase(), words[index + 1] ?? '']] : [])),
)

/** :DONE: and its like become a sign; a name that is not known stays as it was written. */
export const withEmoji = (text: string): string =>
  text.replace(/:([A-Za-z]{2,20}):/g, (written, name: string) => byName.get(name.toUpperCase()) ?? written)
