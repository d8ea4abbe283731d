import { pickCharacter, type Random } from './random.ts'

const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚季葛缪瞿'
const FIRST = '建国志文晓海春秋立振永新学明俊雅思佳雨嘉子宇一天静小红桂玉美光德兴正家向亚云'
const LAST = '华平军强民伟峰勇涛斌辉鹏杰超磊洋刚毅健飞敏丽娟艳芳燕霞玲萍琴梅兰英蓉慧婷洁莹颖琳娜佳妍宁'

/** Names people one after another; nobody in the city shares a name, so that a name in a card is one person. */
export const personNamer = () => {
  const taken = new Set<string>()
  return (random: Random): string => {
    for (;;) {
      const name =
        pickCharacter(random, SURNAMES) +
        (random() < 0.8 ? pickCharacter(random, FIRST) : '') +
        pickCharacter(random, LAST)
      if (taken.has(name)) continue
      taken.add(name)
      return name
    }
  }
}
