package catalog

import (
	"slices"
	"strings"
)

// What language itself says about words: which of them tell nothing about the
// trouble, and which mean nearly the same. None of it is about any entry; what
// people call the trouble of one are the keywords of its guidance. The lists
// are texts, so that they cost nothing until a search asks.

// functionWords hold sentences together.
const functionWords = ` a about after all also although am an and any anything are as at be because been before being both but by can
could did do does doing done each either else ever every everything for from had has have having he her here him
his how i if in into is it its itself just like may me might mine more most must my neither no none nor not
nothing now of off on once one only or other our ours out over own per quite rather same shall she should since
so some something still such than that the their them then there these they this those though through to too
under until up upon us very via was we well were what whatever when where whether which while who whom whose why
will with within would yet you your yours yourself cannot cant couldnt didnt doesnt dont hadnt hasnt havent isnt
arent mustnt shouldnt wasnt werent wont wouldnt im ive id youre youve theyre thats theres whats hes shes lets s
t ll re ve d m `

// commonWords are what people put around the trouble: who told it, what they
// did before, how it looks on the screen, which tools carried the request; and
// the words that are said of any matter. They tell next to nothing against an
// entry that has them not.
const commonWords = ` able above accept according across act actual actually add affect afternoon again against ago agree ahead
alibaba alibabacloud alicloud aliyun allow almost alone along already always amount announce annoying another
answer anybody anymore anyone anyway anywhere api app apparently appear application apply april apsaradb
argument around array asap ask attempt attribute august aware away awful back bad base basic basically become
begin behave believe below best better big bit block body boss bring bug business button buyer bye call caller
came care case catch cause certain change check cheers choose claim clear cli click client close cloud cn code
colleague com come command company complain complete computer concern condition config configuration confuse
console consultant contact contain continue correct course coworker crazy curl current customer cut data
database databases date day db dds deal dear december decide declare default definitely department depend deploy
describe despite detail developer difference different difficult direct discover display docs document doubt due
during early easily easy email emit encounter end endpoint enduser engine engineer english enter entire entry
environment error errorcode especially etc even evening event exact exactly example exception execute expect
explain extra face fact fail fast february feel few field figure file fill final finally find fine finish first
fix fly follow forget form forward frankly freelancer friday friend full function funny further gave general get
getting give go golang good got great guess guide guy half hand handle happen hard hear hello help helpful hey
hi hint hit hold honestly hope hopefully hour however html http https idea ill imagine immediate important
inform information input inside insist instead intend interface intern invoke issue january java javascript job
json july june keep kind kindly know large last late later lead learn least leave less let level life line
literally little log long look lot main make man manage manager many march matter maybe mean meaning meantime
meanwhile mention merely message method middle mind minute module moment monday mongo mongodb month morning move
much name near necessary need never new news next nice night nil nobody node nodejs non normal normally note
notice november null number object obtain obviously occur october odd offer office often ok okay old open
operate operation operator opinion opposite option order original otherwise output outside page part particular
partner pass past paste people perform perhaps person php pick piece place plan play please point portal
possible possibly post postman prefer prepare present press pretty previous print probably problem proceed
process produce product program project proper properly provide provider purpose push put python question quick
quickly raise ran reach read ready real realize really reason receive recent recently recommend refer regard
regards relate remember reply report request requestid require resource respond response rest result retry
return right ring ruby run running safe sample saturday save saw say screen script sdk sdkerror search second
see seem send sentence separate september serious server set setting several shell short shout show side similar
simple simply simultaneously single site situation small solution solve somebody somehow someone sometimes
somewhere soon sorry sort sound source speak special specify stack staff start status stderr stdout step stop
story strange struggle student stuff stupid successful successfully suddenly suggest sunday suppose supposed
sure surprise suspect system take talk team teammate tell terraform terrible test tester text thank thanks thing
think third thought thursday ticket time tip title today together told tomorrow tonight tool top total totally
toward trace translate tried trigger trouble true try trying tuesday turn tutorial twice type typical understand
unexpected unfortunately unit unless urgent useful user usual usually value various version video view visitor
wait walk wanna want warn warning watch way web website wednesday week weird went whole wonder word work worker
world worry write wrong www xml yaml year yes yesterday `

// elsewhereWords are things whose troubles are others': of other programs and
// protocols, of other trades, of daily life. A question about one of them is
// none of ours, however many common words it shares with an entry.
const elsewhereWords = ` acne adapter airline airport algebra android angular apache apartment apple arabic arduino asteroid athlete aunt babel
baby bake bakery ball banana bank bathroom battery beach bear beard bed beef beer bicycle bike bird birthday bitcoin
blood bluetooth boat boil bootloader bowl boyfriend brain bread breakfast bride brother browser bucket burger bus
butter cable cactus cake calendar camera camp cancer candy car carpet cartoon cassandra castle cat cdn ceiling
certificate chair cheese chef chess chicken chocolate chrome church cinema classpath coat coffee collection comet
compile compiler concert cook cookie cors cousin cow crashloopbackoff crypto csrf css cuda cup cursor curtain dance
daughter deadlock dentist dictionary diet dinner dinosaur dish dividend dns doctor dog doll door dough dragon drawer
dress drill drink driving drug drum duck dynamodb ear earthquake egg elasticsearch election electron elephant elevator
embassy enzyme essay evict exam exercise eye eyebrow fabric fairy farm fashion father faucet fever film finger firefox
fish flight flour flower flu font food foot football forest fork fox freezer fridge fruit funeral furniture galaxy
game garage garden garlic gas gearbox genre ghost gift giraffe girlfriend git glasses glue goal goat god gold goldfish
golf gpu grammar grandma grape grass guitar gym hair haircut hammer handshake harvest hat heap hen highway history
hockey holiday homework honey horoscope horse hospital hostname hotel house husband ice igloo index inflation ingress
insect insulin insurance iphone island jacket jam jeans jewel joke juice jungle jwt kafka kerberos kernel keyboard
keystore kidney king kitchen kite kitten knee knife knit kubelet ladder lake lamp landlord laptop lawn lawyer leather
lemon lesson letter library licence license lion lipstick liver loan lunch lung lyrics magnet makeup mango map
marathon marriage math meal meat medicine melody menu microphone microwave milk minecraft mirror missile monkey moon
mortgage mosquito mother motorcycle mountain mouse movie mushroom music mutex mysql nail namespace neck needle nginx
nose novel npm nullpointer nullpointerexception nurse oauth ocean odor oil onion oomkilled oplog orange orchestra oven
owl paint painting palace palm pancake pants parade paragraph parrot party pasta patient peach pen pencil penguin
pepper perfume pet pharmacy phone photo physics piano picnic pie pig pillow pilot pink pip pipe pizza planet plant
plastic plate plumber podcast poem poet pokemon police postgres postgresql potato pregnant president printer prison
prophet puppy puzzle pyramid quantum queen rabbit rabbitmq race radio rain rash react recipe refrigerator religion
restaurant rice river robot rocket roof router rug sail salad salary salmon salt sandwich satellite sauce saxophone
scarf school scissors sea segfault selenium sentence sew shampoo shark sheep shelf ship shirt shoe shoulder shower
shrimp sibling sidewalk singer sink sister skate ski skin sky smtp snake snow soap soccer sock sofa soldier song soup
spaghetti spanish spice spider spoon sport ssh sshd ssl steak stomach storm stove strawberry sugar suitcase sun
sunglasses sweater swim sword tail tailor tea teacher teeth telephone telescope television tenant tennis thread throat
tiger tire toilet tomato tomcat tooth toothbrush toy tractor traffic train tram translation travel tree triangle truck
truststore tulip turtle tv umbrella uncle uniform university vaccine vegetable vehicle violin virus visa vitamin
volcano voltage vue wallpaper war warranty washing weather webpack wedding weight whale wheel wife wifi wind window
wine winter wolf wood wool worm x509 yoga zebra zoo `

// functionSigns are the Chinese characters that only hold sentences together.
const functionSigns = `的了吗呢吧啊呀哦是我你您他她它们在就都也很还又才这那哪请问被把给让和与或为及等着过得地`

// commonPairs are common words of Chinese, in the pairs that questions are cut
// into.
const commonPairs = ` 今天 现在 昨天 请求 接口 调用 报错 错误 失败 提示 返回 显示 问题 什么 怎么 如何 为何 不能 无法 不了 可以 已经
 没法 一直 客户 用户 阿里 里云 我们 出现 发现 操作 执行 这个 那个 一个 使用 需要 进行 时候 之后 之前 然后 还是 帮忙 求助 解决 原因 多少 哪里 `

// synonyms are words that people use for one another, a group a line.
const synonyms = `
buy purchase order
pay payment charge bill
money balance fund credit cash
delete remove destroy drop release erase terminate
create make build launch provision
change modify alter update edit adjust
upgrade resize scale enlarge expand reconfigure
stop halt pause suspend
begin start
forbid deny refuse reject prohibit block disallow decline
allow permit authorize enable
permission privilege right authority access authorize
admin administrator superuser
lock freeze
wrong incorrect invalid bad illegal malformed improper unacceptable
miss absent omit lack forget empty null blank undefined unset
require mandatory compulsory need
enough sufficient
insufficient shortage lack scarce
exhaust deplete sold
limit quota maximum max threshold ceiling
exceed surpass
unknown unrecognized nonexistent
same identical equal
mismatch differ different
duplicate repeat twice again reuse replay already
unavailable down offline outage
temporary transient momentary
fail crash break
backup snapshot dump
restore recover
retention retain keep
week weekly weekday

size capacity storage
class spec specification flavor sku tier
zone az
region location
instance server machine vm
address ip
subnet vswitch
whitelist allowlist firewall acl
password passwd pwd passphrase
verify authenticate validate confirm certify
stock inventory
support offer provide
state status condition
busy run progress ongoing
pending unfinished incomplete
id identifier identification
renew renewal extend prolong
format syntax pattern
parameter argument field option attribute param
expire overdue
fraud risk
optional option
`

// translations are Chinese words, in such pairs, and the English ones that mean
// the same, so that a Chinese question finds its answer in an English table too.
// All words of a line stand for one another.
const translations = `
不足 不够 用完 耗尽 用尽 售罄 insufficient enough exhaust
不对 有误 错误 非法 无效 合法 正确 invalid illegal malformed incorrect
不存 存在 找不 没有 found exist
缺少 缺失 未传 没传 漏传 missing mandatory
账号 账户 帐号 帐户 account
锁定 冻结 锁住 lock
付款 支付 付费 pay payment
购买 下单 buy purchase order
订单 order
续费 续订 renew renewal
重复 重放 duplicate
地域 地区 区域 region
权限 授权 permission authorized
备份 快照 backup snapshot
时间 time
开始 起始 start
结束 end
密码 口令 password
实例 instance
余额 balance
参数 parameter
状态 status state
格式 format
类型 type
规格 class
容量 存储 capacity storage
名称 名字 name
管理 administrator
签名 signature
服务 service
内部 internal
保留 retention
周期 period
天数 days
次数 times
地址 address
配额 额度 上限 quota limit
超出 超过 超限 exceed
支持 support
权限 forbidden
禁止 拒绝 forbidden refuse
认证 实名 authentication
风控 风险 risk
网络 network
方法 方式 method
列表 list
白名 名单 whitelist
令牌 token
请求 request
临时 暂时 temporary
可用 available
繁忙 busy
失败 fail
未知 unknown
`

// holds reports whether a list of words has w.
func holds(list, w string) bool {
	for {
		i := strings.Index(list, w)
		if i < 0 {
			return false
		}
		end := i + len(w)
		if (i == 0 || list[i-1] <= ' ') && (end == len(list) || list[end] <= ' ') {
			return true
		}
		list = list[end:]
	}
}

// synonymsOf returns the stems of the words that stand in one line of a list
// with a word of the given stem.
func synonymsOf(list, stemmed string) []string {
	var found []string
	for line := range strings.Lines(list) {
		group := strings.Fields(line)
		if !slices.ContainsFunc(group, func(w string) bool { return stem(w) == stemmed }) {
			continue
		}
		for _, w := range group {
			if s := stem(w); s != stemmed {
				found = append(found, s)
			}
		}
	}
	return found
}
