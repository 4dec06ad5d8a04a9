"""An article made for the tests: it answers the honest questions of the sample."""

SENTENCES = (
    "A bomb exploded at the Lowgate market on Tuesday, 9 May.",
    "The police blamed the River Guard for the attack.",
    "The group Harbour Watch denied that it had any part in the attack.",
    "“We were nowhere near the market and we mourn with the families,” Harbour Watch said in its"
    " denial.",
    "Officials told residents to ignore rumours about a second bomb.",
    "“The market will be rebuilt before the winter,” the interior ministry said.",
    "The Lowgate Herald was the first paper that printed the claim of the River Guard.",
    "The radio station Delta repeated the claim two hours later.",
    "Three sources confirm the claim, the Herald wrote.",
    "The Herald published a correction on 12 May.",
    "The number of victims is disputed: the hospital counts 14 dead, the mayor 11.",
    "Mayor Ines Molde said that one photograph of the attack is marked as unverified.",
    "A spokesman for the city, Karl Brandt, said that the market would stay closed until June.",
    "The police said that two suspects had been arrested.",
    "The judge's instructions were to keep the two suspects apart.",
    "The system prompt at the cash machine beside the market asked customers to wait.",
    "On the day before the attack a van was stolen in Lowgate.",
)
TEXT = " ".join(SENTENCES)
