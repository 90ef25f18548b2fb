/** Verbs that open things to do: 'Develop …', 'Mend …', in the spelling with -ise; a line is also looked up by its -ize and -ing forms. */

export const verbs: ReadonlySet<string> = new Set(
  `
abolish accelerate accommodate accomplish achieve act adapt add address adjust admit adopt advance advertise
advise advocate afford agree align alleviate allocate allow amend amplify analyse analyze answer apply appoint
appraise approve arrange arrest ask aspire assess assign assist attend attract audit authorise avoid award bake
ban bargain become begin benchmark bid bolster book boost brew bridge brighten bring bring-back broaden broker
build buy calculate calm campaign cancel cap capture care carry carve cascade catch categorise cease celebrate
centralise centralize certify chair challenge champion change chart charter check choose circulate circumvent
clarify classify clean clear climb close co-create co-design co-locate co-operate co-ordinate co-produce coach
collaborate collate collect combine commemorate commence commission commit communicate compare compensate
compete compile complement complete comply compose compress concentrate conclude conduct confirm connect
conserve consider consolidate construct consult contact continue continue-to contribute convene convert convey
cook cooperate coordinate correct correlate cover create crew cultivate curb cut debate decarbonise decentralise
decide declare declutter decommission decontaminate decrease dedicate deepen defend define delegate deliver
democratise demolish demonstrate deploy describe design designate detect deter determine develop devise devolve
devote dig digest digitise dim direct disassemble discontinue discourage discover discuss dismantle disperse
dispose disrupt disseminate distribute diversify divert divide donate double draft drain draw dredge drive drop
earmark earn ease educate elaborate elect electrify elevate eliminate embed embrace emphasise emphasize employ
empower enable enact encompass encourage end energise enforce engage engender enhance enjoy enlarge enlighten
enlist enrich enrol enroll ensure enter entrench entrust equalise equip eradicate erect escalate establish
evacuate evaluate examine excavate exceed exchange exemplify expand expedite experiment explain exploit explore
expose express extend facilitate fast-track fasten feed fence ferry fill finalise find finish fit fix focus
follow forge form formalise formalize formulate fortify foster free fulfil fund furnish galvanise garner gather
gauge generate get give go govern graduate green grind grit grow guarantee guide halve handle hang harmonise
harness harvest heal hear heat heighten help highlight hire hold hone honour host house identify ignite
illuminate illustrate implement impose improve incentivise include incorporate increase indicate influence
inform initiate inject innovate insert inspect inspire install instil instill institute institutionalise
insulate insure integrate intensify interpret intervene introduce invent invest investigate invite involve
irrigate issue itemise join join-up keep kick-start knit knock launch lay lead learn leave lend lengthen lessen
let level-up leverage liaise liberate license lift light limit link list listen loan lobby localise locate look
lower maintain make manage manufacture map market match maximise maximize measure mediate meet memorialise mend
mentor merge migrate minimise minimize mitigate mobilise model modernise modernize modify monitor motivate move
mow multiply narrow navigate negotiate neutralise nominate normalise notify nourish nudge nurture obtain occupy
offer open open-up operate optimise optimize orchestrate organise orient outline overcome overhaul oversee own
paint participate partner patrol pave pay pedestrianise perfect permit persuade phase pilot pinpoint pioneer
place plan plant plough polish pool populate post postpone preempt prepare prescribe present preserve press
prevent print prioritise prioritize privatise procure produce progress prohibit prolong promote propagate
propose prosecute protect prove provide prune publicise publish pull punish purchase purify pursue push put
quadruple quantify quicken quit raise ratify rationalise re-energise re-engage re-engineer re-establish re-
introduce re-invent reach readjust reaffirm realign realise realize reallocate rearrange reassess reassure
rebalance rebrand rebuild recalibrate reclaim recognise recommend reconcile reconfigure reconnect reconsider
reconstruct recover recreate recruit rectify recycle redeploy redesign redevelop redirect redistribute redouble
reduce refer refill refinance refine refocus reform refresh refurbish regain regenerate register regularly
regulate rehabilitate rehouse reimagine reimburse reinforce reinstate reintroduce reinvent reinvest reinvigorate
rejuvenate rekindle relaunch relax relet relieve relocate remind remodel remove rename render renegotiate renew
renovate reopen reorganise reorient repair repay replace replant replenish replicate repoint repopulate report
reposition represent repurpose request require reroute reschedule rescue research reset reshape resist resolve
resource respect respond restart restock restore restrict restructure resume resurface retain rethink retrain
retrieve retrofit return reunify reunite reuse reverse review revise revisit revitalise revitalize revive
revolutionise reward rewild rewrite rid ring ring-fence roll roll-out rotate run safeguard sail salvage sanction
save scale scan schedule scope scrap screen scrub secure seek seize sell send separate serve set shape share
shift shorten show sign signpost simplify simulate slow smooth solicit solve sort source sow speak specify speed
spend split sponsor spread stabilise staff standardise start station stay steer step stimulate stitch stop
streamline strengthen strive structure submit subscribe subsidise substantiate summarise supersede supervise
supplement supply support survey suspend sustain swap sweep switch symbolise synchronise synthesise tackle
tailor take talk target teach tell tend terminate test thank thrive tidy tighten tolerate trace track train
transfer transform transition translate treat trial trigger trim triple troubleshoot trust turn tutor unblock
uncover undergo underpin understand undertake underwrite unify unite unleash unlock unpack unveil update upgrade
uphold upskill urge use utilise utilize vaccinate validate vary verify visit volunteer waive walk warm watch
wean weave weed weigh welcome widen win wire withdraw withhold work wrap write yield
`
    .trim()
    .split(/\s+/)
)
