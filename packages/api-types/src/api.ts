// Generated from contracts/openapi.json; see the README of this package.
export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s own accounts */
        get: operations["listAccounts"];
        put?: never;
        /** Registers the account that a programme’s money is paid into, in place of the one there is */
        post: operations["registerAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allowances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The allowances of one’s district */
        get: operations["listAllowances"];
        put?: never;
        /** Propose the monthly allowance of a confirmed veteran (定期待遇), at the standard of the day */
        post: operations["proposeAllowance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allowances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One allowance with its calculation */
        get: operations["readAllowance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allowances/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Award an allowance (批准) that a colleague has proposed */
        post: operations["approveAllowance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allowances/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an allowance (停发) with the last month that is owed */
        post: operations["endAllowance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allowances/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a proposed allowance (不予批准) */
        post: operations["rejectAllowance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own applications, or those of one’s street or district */
        get: operations["listApplications"];
        put?: never;
        /** Apply for the minimum living allowance (低保), or as a household on its margin (低边) */
        post: operations["submitApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application with its steps and, once decided, its calculation */
        get: operations["readApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an application as a case (受理); its number is drawn and the statutory time runs */
        post: operations["acceptCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/answer-objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign what the survey after an objection has found (异议核查结果) */
        post: operations["answerObjections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a case (确认) and fix its amount */
        post: operations["confirmCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The objections to a case’s notice, oldest first */
        get: operations["listObjections"];
        put?: never;
        /** Object to a public notice while it hangs out (异议) */
        post: operations["fileObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a case (不予确认) with the rules that failed */
        post: operations["refuseCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/report-survey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign the verified facts and the street’s opinion (调查意见); a positive one hangs out as a public notice */
        post: operations["reportSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/request-supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the applicant, once, all that is missing (一次性告知补正) */
        post: operations["requestSupplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a reported case into the district’s review (审核) */
        post: operations["reviewCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/start-survey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send two or more officers to survey the household (入户调查) */
        post: operations["startSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/supply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring what was missing from one’s own application (补正) */
        post: operations["supplyMissing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw one’s own application before it is decided (撤回) */
        post: operations["withdrawApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is due to a household, what is not and why, and what to ask next; nothing is stored */
        post: operations["assessStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Granted, reserved, spent and available */
        get: operations["getBudget"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters a quota granted by the treasury; the same reference counts once */
        post: operations["grantQuota"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own certificates with their credit hours */
        get: operations["listMyCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own contact */
        get: operations["readContact"];
        /** Says where and in which language the caller is told */
        put: operations["registerContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Leaves an address for e-mail; which messages go there the preferences say */
        put: operations["registerEmail"];
        post?: never;
        /** Takes the caller's address for e-mail away; what is on its way still goes there */
        delete: operations["removeEmail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says by class of message which channels the caller wants, in place of what was said before */
        put: operations["choosePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The courses, by code */
        get: operations["listCourses"];
        put?: never;
        /** Announces a course; what it is worth does not change any more */
        post: operations["announceCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/{code}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes no more learners */
        post: operations["closeCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/{code}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who takes a course */
        get: operations["listEnrolments"];
        put?: never;
        /** Enrols oneself, or as a trainer a colleague */
        post: operations["enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/{code}/enrolments/{staffNo}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records how a course went; who passes is given the certificate and its licences */
        post: operations["recordResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own emergencies, or those of one’s street or district */
        get: operations["listEmergencies"];
        put?: never;
        /** Report an emergency (急难) and ask for relief; the 24 hours run from here */
        post: operations["reportEmergency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One emergency with its steps and, once decided, its calculation */
        get: operations["readEmergency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergencies/{id}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide emergency relief before its papers (先行救助), within 24 hours of the report and as high as one may */
        post: operations["advanceRelief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergencies/{id}/complete-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign the papers of emergency relief after its money (补办手续) */
        post: operations["completePapers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergencies/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse what is no emergency (不予救助), with the way it may go instead */
        post: operations["refuseEmergency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergencies/{id}/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find out what an emergency is and how grave (研判), within two hours of the report */
        post: operations["triageCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergencies/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw one’s own report before it is decided (撤回) */
        post: operations["withdrawEmergency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolments/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The courses one takes or has taken */
        get: operations["listMyEnrolments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sums owed every month, or once */
        get: operations["listEntitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grants; an agency sees its own */
        get: operations["listGrants"];
        put?: never;
        /** Lets an agency receive public events, or send us events, on a legal basis */
        post: operations["giveGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{grantId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a grant at once, also for what is on its way */
        post: operations["revokeGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an event of another agency about a person we know, once per source and id */
        post: operations["receiveInboundEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every account with its sums and balance */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licence-requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which work asks for a licence, and from which day */
        get: operations["listRequirements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licence-requirements/{scope}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says from which day a kind of work needs a licence */
        put: operations["setRequirement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The licences of one officer */
        get: operations["listLicences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own licences, lapsed ones too */
        get: operations["listMyLicences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person was told, the latest first */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller was told, the latest first */
        get: operations["listMyMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/me/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many messages the caller has not opened, 100 at most */
        get: operations["countMyUnreadMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{messageId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The caller has opened a message of theirs; the first time counts */
        post: operations["markMessageRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/near-relatives/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Declare whose near relative one is (近亲属申报), so as to have no part in their cases */
        put: operations["declareNearRelatives"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pay-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pay runs, newest first */
        get: operations["listPayRuns"];
        put?: never;
        /** Draws up what is due for a month, or due once and at once, and not yet in any run */
        post: operations["drawPayRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pay-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pay run */
        get: operations["getPayRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pay-runs/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves exactly these lines and this total */
        post: operations["approvePayRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pay-runs/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets exactly these lines go to the bank, where the budget covers them */
        post: operations["releasePayRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pay-runs/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands a drawn pay run to the checker */
        post: operations["submitPayRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks about what somebody is paid */
        get: operations["listPaymentTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Single sums of a pay run or of a person */
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a held sum be paid again, into the same account or only into another */
        post: operations["allowReissue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From an ID number and a name to the personId; made on first sight */
        post: operations["resolvePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The name of a person, for the officer who handles their case */
        get: operations["readPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that a person is the same as another, whose id stays (人员合并) */
        post: operations["proposeMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/merge/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a proposed merge; every service holds to it from here on */
        post: operations["confirmMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/merge/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a proposed merge: they are two people */
        post: operations["rejectMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be assessed, and by which rules */
        get: operations["listProgrammes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sums that are asked back, of a person or in a status */
        get: operations["listRecoveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recoveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sum that is asked back, with what has come in for it */
        get: operations["getRecovery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recoveries/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is said against a recovery: by the person, or entered by an officer from paper */
        post: operations["answerRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recoveries/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides that the sum is to be paid back */
        post: operations["approveRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recoveries/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes to ask the sum back, once it is answered or the time to answer has run out */
        post: operations["proposeRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recoveries/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters what has come in at the bank for it, in whole or in part; the same reference counts once */
        post: operations["receiveRepayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recoveries/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the sum back no more, because the answer convinces */
        post: operations["withdrawRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The staff, by number */
        get: operations["listStaff"];
        put?: never;
        /** Registers a member of staff under their number */
        post: operations["registerStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{staffNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member of staff */
        get: operations["readStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{staffNo}/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says who stands in for somebody who is absent */
        post: operations["delegateStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{staffNo}/end-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the access of somebody who leaves, at once and for good */
        post: operations["endStaffAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subscriptions; an agency sees its own */
        get: operations["listSubscriptions"];
        put?: never;
        /** Subscribes an endpoint of the agency; the secret is shown this once */
        post: operations["createSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One subscription, without its secret */
        get: operations["readSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to a subscription, and what came of it */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops sending; what gathers is kept */
        post: operations["disableSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the endpoint anew, and then sends everything that it has missed */
        post: operations["enableSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends everything from a time on once more, under the same ids */
        post: operations["replaySubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a new secret, shown this once; the old one signs beside it for a day */
        post: operations["rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/veteran-assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the rules for veterans and their families say of one matter; nothing is stored */
        post: operations["assessMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/veterans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of one’s district */
        get: operations["listVeterans"];
        put?: never;
        /** Enter a person in the register of veterans (优抚对象登记) */
        post: operations["registerVeteran"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/veterans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One registration with its facts */
        get: operations["readVeteran"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/veterans/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a registration (确认) that a colleague has entered */
        post: operations["confirmVeteran"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/veterans/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a registration (不予确认) */
        post: operations["rejectVeteran"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CaseView: {
            applicationId: string;
            /** @enum {string} */
            status: "submitted" | "supplement" | "accepted" | "survey" | "public-notice" | "re-survey" | "reported" | "review" | "confirmed" | "refused" | "withdrawn" | "abandoned";
            /** @enum {string} */
            programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
            /** @description Reference of a case, like LC-DB-202611-000001-n */
            caseNumber?: string;
            /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
            divisionCode: string;
            householdSize: number;
            members: {
                personId: string;
                /** @enum {string} */
                relation: "self" | "spouse" | "child" | "parent" | "other";
            }[];
            facts: {
                declared: {
                    wages: {
                        personId: string;
                        monthsFen: number[];
                    }[];
                    pensions: {
                        personId: string;
                        monthsFen: number[];
                        basicMonthsFen: number[];
                    }[];
                    otherMonthsFen: number[];
                    /** @description Amount of money in fen, 1/100 yuan */
                    financialFen: number;
                    vehicles: number;
                    dwellings: number;
                };
                verified?: {
                    wages: {
                        personId: string;
                        monthsFen: number[];
                    }[];
                    pensions: {
                        personId: string;
                        monthsFen: number[];
                        basicMonthsFen: number[];
                    }[];
                    otherMonthsFen: number[];
                    /** @description Amount of money in fen, 1/100 yuan */
                    financialFen: number;
                    vehicles: number;
                    dwellings: number;
                };
            };
            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
            dueOn?: string;
            dueOnIsProvisional?: boolean;
            terms: {
                /** @enum {string} */
                kind: "acceptance" | "supplement" | "start-survey" | "street" | "district" | "objection" | "total" | "triage" | "advance" | "papers";
                /** @enum {string} */
                unit: "working-days" | "days" | "hours";
                used: number;
                allowed: number;
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                dueOn: string;
                provisional: boolean;
                /** @enum {string} */
                light: "green" | "amber" | "red";
                /** @enum {string} */
                ended?: "met" | "dropped";
            }[];
            supplement?: {
                items: ("declaration" | "authorisation" | "income-proof" | "receipts" | "support-agreement" | "entrustment")[];
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                requestedOn: string;
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                suppliedOn?: string;
            };
            notice?: {
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                postedOn: string;
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                endsOn: string;
            };
            objections: {
                objectionId: string;
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                filedOn: string;
                /** @enum {string} */
                outcome?: "dismissed" | "upheld";
            }[];
            decision?: {
                decisionId: string;
                /** @enum {string} */
                outcome: "confirmed" | "refused";
                /** @description Amount of money in fen, 1/100 yuan */
                monthlyFen?: number;
                /** @description Amount of money in fen, 1/100 yuan */
                oneOffFen?: number;
                /** @enum {string} */
                level?: "street" | "district" | "meeting";
                /** @description A calendar month, YYYY-MM */
                payFrom?: string;
                ruleIds: string[];
                /** @enum {string} */
                hint?: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                decidedOn: string;
                trace: {
                    rule: string;
                    value: number | boolean;
                    /** @enum {string} */
                    unit: "fen-scaled" | "fen" | "years" | "months" | "count" | "yes-no";
                    over?: number;
                    from: number[];
                    limit?: number;
                    params?: string[];
                }[];
                factsHash: string;
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                knownAt: string;
                rowsUsed: {
                    key: string;
                    value: number;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    validFrom: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    validTo?: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    publishedOn: string;
                    docNo: string;
                    /** @enum {string} */
                    confidence: "S" | "K" | "V" | "SAMPLE";
                }[];
                codeVersion: string;
                provisional: boolean;
                sample: boolean;
            };
            remedy?: {
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                reviewBy: string;
                provisional: boolean;
            };
            history: {
                /** @enum {string} */
                event: "submitted" | "supplement-requested" | "supplied" | "abandoned" | "accepted" | "survey-started" | "notice-posted" | "objection-filed" | "objection-answered" | "notice-ended" | "reported" | "review-started" | "triaged" | "advanced" | "completed" | "confirmed" | "refused" | "withdrawn";
                /** @description A moment in UTC with milliseconds, ISO 8601 */
                at: string;
                by?: string;
            }[];
            sample: boolean;
        };
        MergeView: {
            personId: string;
            intoPersonId?: string;
            /** @enum {string} */
            status: "proposed" | "merged" | "rejected";
        };
        PayRunView: {
            payRunId: string;
            /** @description A calendar month, YYYY-MM */
            period: string;
            /** @enum {string} */
            kind: "NORMAL" | "ONE_OFF";
            /** @enum {string} */
            status: "drawing" | "drawn" | "submitted" | "approved" | "released" | "completed";
            count: number;
            /** @description Amount of money in fen, 1/100 yuan */
            totalFen: number;
            linesHash: string;
            settledCount: number;
            rejectedCount: number;
            withoutAccount: {
                count: number;
                entitlementIds: string[];
            };
            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
            payDay?: string;
            drawnBy: string;
            submittedBy?: string;
            approvedBy?: string;
            releasedBy?: string;
        };
        Problem: {
            /** @description An address that names the code */
            type: string;
            /** @description What went wrong and how to put it right, in the language of Accept-Language */
            title: string;
            status: number;
            /** @description Stable for ever; whoever reads it must expect new ones */
            code: string;
            traceId: string;
            /** @description The fields at fault, by JSON Pointer */
            errors?: {
                pointer: string;
                code: string;
                detail: string;
            }[];
        };
        RecoveryView: {
            recoveryId: string;
            paymentId: string;
            entitlementId: string;
            personId: string;
            /** @enum {string} */
            programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
            /** @description A calendar month, YYYY-MM */
            period: string;
            /** @enum {string} */
            kind: "paid-after-death";
            /** @description Amount of money in fen, 1/100 yuan */
            amountFen: number;
            /** @description Amount of money in fen, 1/100 yuan */
            repaidFen: number;
            /** @description Amount of money in fen, 1/100 yuan */
            openFen: number;
            /** @enum {string} */
            status: "noticed" | "answered" | "unanswered" | "proposed" | "decided" | "closed" | "withdrawn";
            sample: boolean;
            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
            noticedOn: string;
            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
            answerBy: string;
            provisional: boolean;
            answer?: {
                text: string;
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                givenOn: string;
                onPaper: boolean;
            };
            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
            decidedOn?: string;
            remedy?: {
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                reviewBy: string;
                provisional: boolean;
            };
            withdrawal?: {
                /** @enum {string} */
                reason: "owed-after-all" | "not-received" | "returned-by-bank";
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                on: string;
            };
        };
        ReliefView: {
            applicationId: string;
            /** @enum {string} */
            status: "submitted" | "triaged" | "advanced" | "completed" | "refused" | "withdrawn";
            /** @constant */
            programme: "TL_E";
            /** @description Reference of a case, like LC-DB-202611-000001-n */
            caseNumber?: string;
            /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
            divisionCode: string;
            householdSize: number;
            members: {
                personId: string;
                /** @enum {string} */
                relation: "self" | "spouse" | "child" | "parent" | "other";
            }[];
            facts: {
                declared: {
                    /** @enum {string} */
                    emergency: "fire" | "traffic-accident" | "sudden-illness" | "other-hardship";
                    isUrgent?: boolean;
                    /** @enum {string} */
                    hardship?: "tier-1" | "tier-2" | "tier-3" | "special";
                    /** @description Amount of money in fen, 1/100 yuan */
                    requestedFen?: number;
                };
                verified?: {
                    /** @enum {string} */
                    emergency: "fire" | "traffic-accident" | "sudden-illness" | "other-hardship";
                    isUrgent?: boolean;
                    /** @enum {string} */
                    hardship?: "tier-1" | "tier-2" | "tier-3" | "special";
                    /** @description Amount of money in fen, 1/100 yuan */
                    requestedFen?: number;
                };
            };
            /** @description A moment in UTC with milliseconds, ISO 8601 */
            dueAt: string;
            terms: {
                /** @enum {string} */
                kind: "acceptance" | "supplement" | "start-survey" | "street" | "district" | "objection" | "total" | "triage" | "advance" | "papers";
                /** @enum {string} */
                unit: "working-days" | "days" | "hours";
                used: number;
                allowed: number;
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                dueOn: string;
                provisional: boolean;
                /** @enum {string} */
                light: "green" | "amber" | "red";
                /** @enum {string} */
                ended?: "met" | "dropped";
            }[];
            meetingRef?: string;
            decision?: {
                decisionId: string;
                /** @enum {string} */
                outcome: "confirmed" | "refused";
                /** @description Amount of money in fen, 1/100 yuan */
                monthlyFen?: number;
                /** @description Amount of money in fen, 1/100 yuan */
                oneOffFen?: number;
                /** @enum {string} */
                level?: "street" | "district" | "meeting";
                /** @description A calendar month, YYYY-MM */
                payFrom?: string;
                ruleIds: string[];
                /** @enum {string} */
                hint?: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                decidedOn: string;
                trace: {
                    rule: string;
                    value: number | boolean;
                    /** @enum {string} */
                    unit: "fen-scaled" | "fen" | "years" | "months" | "count" | "yes-no";
                    over?: number;
                    from: number[];
                    limit?: number;
                    params?: string[];
                }[];
                factsHash: string;
                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                knownAt: string;
                rowsUsed: {
                    key: string;
                    value: number;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    validFrom: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    validTo?: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    publishedOn: string;
                    docNo: string;
                    /** @enum {string} */
                    confidence: "S" | "K" | "V" | "SAMPLE";
                }[];
                codeVersion: string;
                provisional: boolean;
                sample: boolean;
            };
            history: {
                /** @enum {string} */
                event: "submitted" | "supplement-requested" | "supplied" | "abandoned" | "accepted" | "survey-started" | "notice-posted" | "objection-filed" | "objection-answered" | "notice-ended" | "reported" | "review-started" | "triaged" | "advanced" | "completed" | "confirmed" | "refused" | "withdrawn";
                /** @description A moment in UTC with milliseconds, ISO 8601 */
                at: string;
                by?: string;
            }[];
            sample: boolean;
        };
    };
    responses: {
        /** @description What was sent cannot be read or breaks its schema */
        "applications-400": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.duplicate-key" | "request.idempotency-key-missing" | "request.invalid" | "request.malformed-json" | "request.operator-not-allowed" | "request.too-deep" | "request.unknown-field";
                };
            };
        };
        /** @description No valid token */
        "applications-401": {
            headers: {
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.step-up-required" | "auth.token-invalid" | "auth.token-missing";
                };
            };
        };
        /** @description Not this caller’s to do */
        "applications-403": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "application.above-street-limit" | "application.licence-not-held" | "application.officer-near-relative" | "application.same-officer-adjacent" | "auth.access-ended" | "auth.outside-division" | "auth.role-not-allowed";
                };
            };
        };
        /** @description Nothing there for this caller */
        "applications-404": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "application.not-found" | "auth.not-yours" | "request.not-found";
                };
            };
        };
        /** @description Not possible as things stand */
        "applications-409": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "application.member-already-supported" | "application.objection-filed-already" | "application.one-open-per-household" | "application.opinion-differs-from-assessment" | "application.supplement-asked-already" | "application.transition-not-there" | "request.in-progress" | "version.conflict";
                };
            };
        };
        /** @description The body is too large */
        "applications-413": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.body-too-large";
                };
            };
        };
        /** @description The body is not JSON */
        "applications-415": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.media-type-unsupported";
                };
            };
        };
        /** @description Readable, but a rule says no */
        "applications-422": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "application.facts-incomplete" | "application.meeting-needed" | "application.member-not-resolved" | "application.surveyors-fewer-than-two" | "assessment.figures-missing" | "request.idempotency-key-reused";
                };
            };
        };
        /** @description Too many tries */
        "applications-429": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.rate-limited";
                };
            };
        };
        /** @description A fault of ours */
        "applications-500": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.internal";
                };
            };
        };
        /** @description Not available for the moment */
        "applications-503": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.busy" | "service.outcome-unknown" | "service.unavailable" | "service.upstream-unavailable";
                };
            };
        };
        /** @description What was sent cannot be read or breaks its schema */
        "notifications-400": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.duplicate-key" | "request.idempotency-key-missing" | "request.invalid" | "request.malformed-json" | "request.operator-not-allowed" | "request.too-deep" | "request.unknown-field";
                };
            };
        };
        /** @description No valid token */
        "notifications-401": {
            headers: {
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.step-up-required" | "auth.token-invalid" | "auth.token-missing";
                };
            };
        };
        /** @description Not this caller’s to do */
        "notifications-403": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.access-ended" | "auth.outside-division" | "auth.role-not-allowed";
                };
            };
        };
        /** @description Nothing there for this caller */
        "notifications-404": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.not-yours" | "contact.not-found" | "message.not-found" | "request.not-found";
                };
            };
        };
        /** @description Not possible as things stand */
        "notifications-409": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "contact.email-not-offered" | "contact.transition-not-there" | "message.transition-not-there" | "request.in-progress" | "version.conflict";
                };
            };
        };
        /** @description The body is too large */
        "notifications-413": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.body-too-large";
                };
            };
        };
        /** @description The body is not JSON */
        "notifications-415": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.media-type-unsupported";
                };
            };
        };
        /** @description Readable, but a rule says no */
        "notifications-422": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "contact.channel-not-optional" | "contact.email-invalid" | "contact.mobile-invalid" | "request.idempotency-key-reused";
                };
            };
        };
        /** @description Too many tries */
        "notifications-429": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.rate-limited";
                };
            };
        };
        /** @description A fault of ours */
        "notifications-500": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.internal";
                };
            };
        };
        /** @description Not available for the moment */
        "notifications-503": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.busy" | "service.outcome-unknown" | "service.unavailable" | "service.upstream-unavailable";
                };
            };
        };
        /** @description What was sent cannot be read or breaks its schema */
        "payments-400": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.duplicate-key" | "request.idempotency-key-missing" | "request.invalid" | "request.malformed-json" | "request.operator-not-allowed" | "request.too-deep" | "request.unknown-field";
                };
            };
        };
        /** @description No valid token */
        "payments-401": {
            headers: {
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.step-up-required" | "auth.token-invalid" | "auth.token-missing";
                };
            };
        };
        /** @description Not this caller’s to do */
        "payments-403": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.access-ended" | "auth.outside-division" | "auth.role-not-allowed" | "pay-run.approved-by-its-maker" | "pay-run.released-by-maker-or-checker" | "recovery.second-officer-needed";
                };
            };
        };
        /** @description Nothing there for this caller */
        "payments-404": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "account.not-found" | "auth.not-yours" | "pay-run.not-found" | "payment.nothing-to-replace" | "recovery.not-found" | "request.not-found";
                };
            };
        };
        /** @description Not possible as things stand */
        "payments-409": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "account.already-registered" | "account.suspended" | "account.transition-not-there" | "bank-file.transition-not-there" | "budget.reference-reused" | "entitlement.transition-not-there" | "pay-run.totals-changed" | "pay-run.transition-not-there" | "payment.transition-not-there" | "recovery.answer-term-running" | "recovery.reference-reused" | "recovery.transition-not-there" | "reissue.transition-not-there" | "request.in-progress" | "task.transition-not-there" | "version.conflict";
                };
            };
        };
        /** @description The body is too large */
        "payments-413": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.body-too-large";
                };
            };
        };
        /** @description The body is not JSON */
        "payments-415": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.media-type-unsupported";
                };
            };
        };
        /** @description Readable, but a rule says no */
        "payments-422": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "account.number-invalid" | "pay-run.budget-exceeded" | "pay-run.nothing-due" | "pay-run.period-not-open" | "recovery.more-than-open" | "recovery.received-in-future" | "request.idempotency-key-reused";
                };
            };
        };
        /** @description Too many tries */
        "payments-429": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.rate-limited";
                };
            };
        };
        /** @description A fault of ours */
        "payments-500": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.internal";
                };
            };
        };
        /** @description Not available for the moment */
        "payments-503": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.busy" | "service.outcome-unknown" | "service.unavailable" | "service.upstream-unavailable";
                };
            };
        };
        /** @description What was sent cannot be read or breaks its schema */
        "people-400": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.duplicate-key" | "request.idempotency-key-missing" | "request.invalid" | "request.malformed-json" | "request.operator-not-allowed" | "request.too-deep" | "request.unknown-field";
                };
            };
        };
        /** @description No valid token */
        "people-401": {
            headers: {
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.step-up-required" | "auth.token-invalid" | "auth.token-missing";
                };
            };
        };
        /** @description Not this caller’s to do */
        "people-403": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.access-ended" | "auth.outside-division" | "auth.role-not-allowed";
                };
            };
        };
        /** @description Nothing there for this caller */
        "people-404": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.not-yours" | "person.not-found" | "request.not-found";
                };
            };
        };
        /** @description Not possible as things stand */
        "people-409": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "person.identity-not-confirmed" | "person.merge-confirmed-by-its-proposer" | "person.merge-not-proposed" | "person.merged-already" | "request.in-progress" | "version.conflict";
                };
            };
        };
        /** @description The body is too large */
        "people-413": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.body-too-large";
                };
            };
        };
        /** @description The body is not JSON */
        "people-415": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.media-type-unsupported";
                };
            };
        };
        /** @description Readable, but a rule says no */
        "people-422": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "person.merge-with-itself" | "person.name-invalid" | "person.resident-id-invalid" | "request.idempotency-key-reused";
                };
            };
        };
        /** @description Too many tries */
        "people-429": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.rate-limited";
                };
            };
        };
        /** @description A fault of ours */
        "people-500": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.internal";
                };
            };
        };
        /** @description Not available for the moment */
        "people-503": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.busy" | "service.outcome-unknown" | "service.unavailable" | "service.upstream-unavailable";
                };
            };
        };
        /** @description What was sent cannot be read or breaks its schema */
        "subscriptions-400": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.duplicate-key" | "request.idempotency-key-missing" | "request.invalid" | "request.malformed-json" | "request.operator-not-allowed" | "request.too-deep" | "request.unknown-field";
                };
            };
        };
        /** @description No valid token */
        "subscriptions-401": {
            headers: {
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.step-up-required" | "auth.token-invalid" | "auth.token-missing";
                };
            };
        };
        /** @description Not this caller’s to do */
        "subscriptions-403": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.access-ended" | "auth.outside-division" | "auth.role-not-allowed" | "inbound-event.type-not-granted" | "subscription.type-not-granted";
                };
            };
        };
        /** @description Nothing there for this caller */
        "subscriptions-404": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.not-yours" | "grant.not-found" | "request.not-found" | "subscription.not-found";
                };
            };
        };
        /** @description Not possible as things stand */
        "subscriptions-409": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "delivery.transition-not-there" | "grant.transition-not-there" | "inbound-event.other-content" | "request.in-progress" | "subscription.transition-not-there" | "version.conflict";
                };
            };
        };
        /** @description The body is too large */
        "subscriptions-413": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.body-too-large";
                };
            };
        };
        /** @description The body is not JSON */
        "subscriptions-415": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.media-type-unsupported";
                };
            };
        };
        /** @description Readable, but a rule says no */
        "subscriptions-422": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "grant.dates-reversed" | "grant.type-not-offered" | "inbound-event.date-in-future" | "inbound-event.person-unknown" | "request.idempotency-key-reused" | "subscription.endpoint-not-allowed" | "subscription.replay-out-of-reach" | "subscription.too-many";
                };
            };
        };
        /** @description Too many tries */
        "subscriptions-429": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.rate-limited";
                };
            };
        };
        /** @description A fault of ours */
        "subscriptions-500": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.internal";
                };
            };
        };
        /** @description Not available for the moment */
        "subscriptions-503": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.busy" | "service.outcome-unknown" | "service.unavailable" | "service.upstream-unavailable";
                };
            };
        };
        /** @description What was sent cannot be read or breaks its schema */
        "training-400": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.duplicate-key" | "request.idempotency-key-missing" | "request.invalid" | "request.malformed-json" | "request.operator-not-allowed" | "request.too-deep" | "request.unknown-field";
                };
            };
        };
        /** @description No valid token */
        "training-401": {
            headers: {
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.step-up-required" | "auth.token-invalid" | "auth.token-missing";
                };
            };
        };
        /** @description Not this caller’s to do */
        "training-403": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.access-ended" | "auth.outside-division" | "auth.role-not-allowed" | "enrolment.recorded-by-the-learner";
                };
            };
        };
        /** @description Nothing there for this caller */
        "training-404": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.not-yours" | "course.not-found" | "enrolment.not-found" | "request.not-found" | "staff.not-found";
                };
            };
        };
        /** @description Not possible as things stand */
        "training-409": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "course.code-taken" | "course.transition-not-there" | "delegation.overlaps" | "delegation.too-many" | "enrolment.transition-not-there" | "request.in-progress" | "staff.access-ended" | "staff.already-registered" | "version.conflict";
                };
            };
        };
        /** @description The body is too large */
        "training-413": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.body-too-large";
                };
            };
        };
        /** @description The body is not JSON */
        "training-415": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.media-type-unsupported";
                };
            };
        };
        /** @description Readable, but a rule says no */
        "training-422": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "delegation.dates-invalid" | "delegation.to-oneself" | "enrolment.completed-on-invalid" | "request.idempotency-key-reused" | "requirement.in-the-past";
                };
            };
        };
        /** @description Too many tries */
        "training-429": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.rate-limited";
                };
            };
        };
        /** @description A fault of ours */
        "training-500": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.internal";
                };
            };
        };
        /** @description Not available for the moment */
        "training-503": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.busy" | "service.outcome-unknown" | "service.unavailable" | "service.upstream-unavailable";
                };
            };
        };
        /** @description What was sent cannot be read or breaks its schema */
        "veterans-400": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.duplicate-key" | "request.idempotency-key-missing" | "request.invalid" | "request.malformed-json" | "request.operator-not-allowed" | "request.too-deep" | "request.unknown-field";
                };
            };
        };
        /** @description No valid token */
        "veterans-401": {
            headers: {
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "auth.step-up-required" | "auth.token-invalid" | "auth.token-missing";
                };
            };
        };
        /** @description Not this caller’s to do */
        "veterans-403": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "allowance.approved-by-its-proposer" | "auth.access-ended" | "auth.outside-division" | "auth.role-not-allowed" | "veteran.confirmed-by-its-registrar";
                };
            };
        };
        /** @description Nothing there for this caller */
        "veterans-404": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "allowance.not-found" | "auth.not-yours" | "request.not-found" | "veteran.not-found";
                };
            };
        };
        /** @description Not possible as things stand */
        "veterans-409": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "allowance.already-there" | "allowance.standard-changed" | "allowance.transition-not-there" | "allowance.veteran-not-confirmed" | "request.in-progress" | "version.conflict" | "veteran.already-registered" | "veteran.transition-not-there";
                };
            };
        };
        /** @description The body is too large */
        "veterans-413": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.body-too-large";
                };
            };
        };
        /** @description The body is not JSON */
        "veterans-415": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.media-type-unsupported";
                };
            };
        };
        /** @description Readable, but a rule says no */
        "veterans-422": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "allowance.nothing-due" | "request.idempotency-key-reused" | "veteran.category-not-admitted" | "veteran.figures-missing" | "veteran.not-covered" | "veteran.person-not-resolved";
                };
            };
        };
        /** @description Too many tries */
        "veterans-429": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request.rate-limited";
                };
            };
        };
        /** @description A fault of ours */
        "veterans-500": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.internal";
                };
            };
        };
        /** @description Not available for the moment */
        "veterans-503": {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service.busy" | "service.outcome-unknown" | "service.unavailable" | "service.upstream-unavailable";
                };
            };
        };
    };
    parameters: {
        /** @description The language of refusals and texts: zh-CN unless told, or en */
        AcceptLanguage: string;
        /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description There, and true, when this is the stored answer to an earlier request under the key */
        IdempotencyReplayed: "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            accountId: string;
                            /** @enum {string} */
                            programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                            bankCode: string;
                            last4: string;
                            /** @enum {string} */
                            status: "active" | "suspended" | "closed";
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            usableFrom?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    registerAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                    bankCode: string;
                    accountNumber: string;
                    holderName: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string;
                        last4: string;
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    listAllowances: {
        parameters: {
            query?: {
                status?: "proposed" | "active" | "rejected" | "ended";
                veteranId?: string;
                after?: string;
                limit?: number;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allowanceId: string;
                            veteranId: string;
                            personId: string;
                            /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                            divisionCode: string;
                            /** @enum {string} */
                            category: "V01" | "V09";
                            /** @enum {string} */
                            programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                            /** @enum {string} */
                            status: "proposed" | "active" | "rejected" | "ended";
                            award: {
                                decisionId: string;
                                /** @description Amount of money in fen, 1/100 yuan */
                                monthlyFen: number;
                                /** @description A calendar month, YYYY-MM */
                                payFrom: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                decidedOn: string;
                                ruleIds: string[];
                                trace: {
                                    rule: string;
                                    value: number | boolean;
                                    /** @enum {string} */
                                    unit: "fen-scaled" | "fen" | "years" | "months" | "count" | "yes-no";
                                    over?: number;
                                    from: number[];
                                    limit?: number;
                                    params?: string[];
                                }[];
                                factsHash: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                knownAt: string;
                                rowsUsed: {
                                    key: string;
                                    value: number;
                                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                    validFrom: string;
                                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                    validTo?: string;
                                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                    publishedOn: string;
                                    docNo: string;
                                    /** @enum {string} */
                                    confidence: "S" | "K" | "V" | "SAMPLE";
                                }[];
                                codeVersion: string;
                                provisional: boolean;
                                sample: boolean;
                            };
                            proposedBy: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            proposedAt: string;
                            decidedBy?: string;
                            ending?: {
                                why: {
                                    /** @constant */
                                    reason: "died";
                                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                    on: string;
                                } | {
                                    /** @constant */
                                    reason: "moved-away";
                                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                    on: string;
                                } | {
                                    /** @constant */
                                    reason: "no-longer-entitled";
                                };
                                /** @description A calendar month, YYYY-MM */
                                lastMonth: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                endedOn: string;
                                by: string;
                            };
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    proposeAllowance: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    veteranId: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowanceId: string;
                        veteranId: string;
                        personId: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        category: "V01" | "V09";
                        /** @enum {string} */
                        programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                        /** @enum {string} */
                        status: "proposed" | "active" | "rejected" | "ended";
                        award: {
                            decisionId: string;
                            /** @description Amount of money in fen, 1/100 yuan */
                            monthlyFen: number;
                            /** @description A calendar month, YYYY-MM */
                            payFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            decidedOn: string;
                            ruleIds: string[];
                            trace: {
                                rule: string;
                                value: number | boolean;
                                /** @enum {string} */
                                unit: "fen-scaled" | "fen" | "years" | "months" | "count" | "yes-no";
                                over?: number;
                                from: number[];
                                limit?: number;
                                params?: string[];
                            }[];
                            factsHash: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            knownAt: string;
                            rowsUsed: {
                                key: string;
                                value: number;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validFrom: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validTo?: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                publishedOn: string;
                                docNo: string;
                                /** @enum {string} */
                                confidence: "S" | "K" | "V" | "SAMPLE";
                            }[];
                            codeVersion: string;
                            provisional: boolean;
                            sample: boolean;
                        };
                        proposedBy: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        proposedAt: string;
                        decidedBy?: string;
                        ending?: {
                            why: {
                                /** @constant */
                                reason: "died";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                on: string;
                            } | {
                                /** @constant */
                                reason: "moved-away";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                on: string;
                            } | {
                                /** @constant */
                                reason: "no-longer-entitled";
                            };
                            /** @description A calendar month, YYYY-MM */
                            lastMonth: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            endedOn: string;
                            by: string;
                        };
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            409: components["responses"]["veterans-409"];
            413: components["responses"]["veterans-413"];
            415: components["responses"]["veterans-415"];
            422: components["responses"]["veterans-422"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    readAllowance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowanceId: string;
                        veteranId: string;
                        personId: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        category: "V01" | "V09";
                        /** @enum {string} */
                        programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                        /** @enum {string} */
                        status: "proposed" | "active" | "rejected" | "ended";
                        award: {
                            decisionId: string;
                            /** @description Amount of money in fen, 1/100 yuan */
                            monthlyFen: number;
                            /** @description A calendar month, YYYY-MM */
                            payFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            decidedOn: string;
                            ruleIds: string[];
                            trace: {
                                rule: string;
                                value: number | boolean;
                                /** @enum {string} */
                                unit: "fen-scaled" | "fen" | "years" | "months" | "count" | "yes-no";
                                over?: number;
                                from: number[];
                                limit?: number;
                                params?: string[];
                            }[];
                            factsHash: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            knownAt: string;
                            rowsUsed: {
                                key: string;
                                value: number;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validFrom: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validTo?: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                publishedOn: string;
                                docNo: string;
                                /** @enum {string} */
                                confidence: "S" | "K" | "V" | "SAMPLE";
                            }[];
                            codeVersion: string;
                            provisional: boolean;
                            sample: boolean;
                        };
                        proposedBy: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        proposedAt: string;
                        decidedBy?: string;
                        ending?: {
                            why: {
                                /** @constant */
                                reason: "died";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                on: string;
                            } | {
                                /** @constant */
                                reason: "moved-away";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                on: string;
                            } | {
                                /** @constant */
                                reason: "no-longer-entitled";
                            };
                            /** @description A calendar month, YYYY-MM */
                            lastMonth: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            endedOn: string;
                            by: string;
                        };
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    approveAllowance: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowanceId: string;
                        veteranId: string;
                        personId: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        category: "V01" | "V09";
                        /** @enum {string} */
                        programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                        /** @enum {string} */
                        status: "proposed" | "active" | "rejected" | "ended";
                        award: {
                            decisionId: string;
                            /** @description Amount of money in fen, 1/100 yuan */
                            monthlyFen: number;
                            /** @description A calendar month, YYYY-MM */
                            payFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            decidedOn: string;
                            ruleIds: string[];
                            trace: {
                                rule: string;
                                value: number | boolean;
                                /** @enum {string} */
                                unit: "fen-scaled" | "fen" | "years" | "months" | "count" | "yes-no";
                                over?: number;
                                from: number[];
                                limit?: number;
                                params?: string[];
                            }[];
                            factsHash: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            knownAt: string;
                            rowsUsed: {
                                key: string;
                                value: number;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validFrom: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validTo?: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                publishedOn: string;
                                docNo: string;
                                /** @enum {string} */
                                confidence: "S" | "K" | "V" | "SAMPLE";
                            }[];
                            codeVersion: string;
                            provisional: boolean;
                            sample: boolean;
                        };
                        proposedBy: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        proposedAt: string;
                        decidedBy?: string;
                        ending?: {
                            why: {
                                /** @constant */
                                reason: "died";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                on: string;
                            } | {
                                /** @constant */
                                reason: "moved-away";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                on: string;
                            } | {
                                /** @constant */
                                reason: "no-longer-entitled";
                            };
                            /** @description A calendar month, YYYY-MM */
                            lastMonth: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            endedOn: string;
                            by: string;
                        };
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            409: components["responses"]["veterans-409"];
            413: components["responses"]["veterans-413"];
            415: components["responses"]["veterans-415"];
            422: components["responses"]["veterans-422"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    endAllowance: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    reason: "died";
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    on: string;
                } | {
                    /** @constant */
                    reason: "moved-away";
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    on: string;
                } | {
                    /** @constant */
                    reason: "no-longer-entitled";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowanceId: string;
                        veteranId: string;
                        personId: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        category: "V01" | "V09";
                        /** @enum {string} */
                        programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                        /** @enum {string} */
                        status: "proposed" | "active" | "rejected" | "ended";
                        award: {
                            decisionId: string;
                            /** @description Amount of money in fen, 1/100 yuan */
                            monthlyFen: number;
                            /** @description A calendar month, YYYY-MM */
                            payFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            decidedOn: string;
                            ruleIds: string[];
                            trace: {
                                rule: string;
                                value: number | boolean;
                                /** @enum {string} */
                                unit: "fen-scaled" | "fen" | "years" | "months" | "count" | "yes-no";
                                over?: number;
                                from: number[];
                                limit?: number;
                                params?: string[];
                            }[];
                            factsHash: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            knownAt: string;
                            rowsUsed: {
                                key: string;
                                value: number;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validFrom: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validTo?: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                publishedOn: string;
                                docNo: string;
                                /** @enum {string} */
                                confidence: "S" | "K" | "V" | "SAMPLE";
                            }[];
                            codeVersion: string;
                            provisional: boolean;
                            sample: boolean;
                        };
                        proposedBy: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        proposedAt: string;
                        decidedBy?: string;
                        ending?: {
                            why: {
                                /** @constant */
                                reason: "died";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                on: string;
                            } | {
                                /** @constant */
                                reason: "moved-away";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                on: string;
                            } | {
                                /** @constant */
                                reason: "no-longer-entitled";
                            };
                            /** @description A calendar month, YYYY-MM */
                            lastMonth: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            endedOn: string;
                            by: string;
                        };
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            409: components["responses"]["veterans-409"];
            413: components["responses"]["veterans-413"];
            415: components["responses"]["veterans-415"];
            422: components["responses"]["veterans-422"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    rejectAllowance: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowanceId: string;
                        veteranId: string;
                        personId: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        category: "V01" | "V09";
                        /** @enum {string} */
                        programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                        /** @enum {string} */
                        status: "proposed" | "active" | "rejected" | "ended";
                        award: {
                            decisionId: string;
                            /** @description Amount of money in fen, 1/100 yuan */
                            monthlyFen: number;
                            /** @description A calendar month, YYYY-MM */
                            payFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            decidedOn: string;
                            ruleIds: string[];
                            trace: {
                                rule: string;
                                value: number | boolean;
                                /** @enum {string} */
                                unit: "fen-scaled" | "fen" | "years" | "months" | "count" | "yes-no";
                                over?: number;
                                from: number[];
                                limit?: number;
                                params?: string[];
                            }[];
                            factsHash: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            knownAt: string;
                            rowsUsed: {
                                key: string;
                                value: number;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validFrom: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validTo?: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                publishedOn: string;
                                docNo: string;
                                /** @enum {string} */
                                confidence: "S" | "K" | "V" | "SAMPLE";
                            }[];
                            codeVersion: string;
                            provisional: boolean;
                            sample: boolean;
                        };
                        proposedBy: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        proposedAt: string;
                        decidedBy?: string;
                        ending?: {
                            why: {
                                /** @constant */
                                reason: "died";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                on: string;
                            } | {
                                /** @constant */
                                reason: "moved-away";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                on: string;
                            } | {
                                /** @constant */
                                reason: "no-longer-entitled";
                            };
                            /** @description A calendar month, YYYY-MM */
                            lastMonth: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            endedOn: string;
                            by: string;
                        };
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            409: components["responses"]["veterans-409"];
            413: components["responses"]["veterans-413"];
            415: components["responses"]["veterans-415"];
            422: components["responses"]["veterans-422"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    listApplications: {
        parameters: {
            query?: {
                status?: "submitted" | "supplement" | "accepted" | "survey" | "public-notice" | "re-survey" | "reported" | "review" | "confirmed" | "refused" | "withdrawn" | "abandoned";
                limit?: number;
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseView"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    submitApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    programme: "DB" | "DBB";
                    /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                    divisionCode: string;
                    members: {
                        personId: string;
                        /** @enum {string} */
                        relation: "self" | "spouse" | "child" | "parent" | "other";
                    }[];
                    facts: {
                        wages: {
                            personId: string;
                            monthsFen: number[];
                        }[];
                        pensions: {
                            personId: string;
                            monthsFen: number[];
                            basicMonthsFen: number[];
                        }[];
                        otherMonthsFen: number[];
                        /** @description Amount of money in fen, 1/100 yuan */
                        financialFen: number;
                        vehicles: number;
                        dwellings: number;
                    };
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    readApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    acceptCase: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    answerObjections: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    outcome: "dismissed";
                    note: string;
                } | {
                    /** @constant */
                    outcome: "upheld";
                    note: string;
                    facts: {
                        wages: {
                            personId: string;
                            monthsFen: number[];
                        }[];
                        pensions: {
                            personId: string;
                            monthsFen: number[];
                            basicMonthsFen: number[];
                        }[];
                        otherMonthsFen: number[];
                        /** @description Amount of money in fen, 1/100 yuan */
                        financialFen: number;
                        vehicles: number;
                        dwellings: number;
                    };
                    /** @enum {string} */
                    opinion: "positive" | "negative";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    confirmCase: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    listObjections: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            objectionId: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            filedAt: string;
                            grounds: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    fileObjection: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    grounds: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        objectionId: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        answerBy: string;
                    };
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    refuseCase: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    reportSurvey: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    facts: {
                        wages: {
                            personId: string;
                            monthsFen: number[];
                        }[];
                        pensions: {
                            personId: string;
                            monthsFen: number[];
                            basicMonthsFen: number[];
                        }[];
                        otherMonthsFen: number[];
                        /** @description Amount of money in fen, 1/100 yuan */
                        financialFen: number;
                        vehicles: number;
                        dwellings: number;
                    };
                    /** @enum {string} */
                    opinion: "positive" | "negative";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    requestSupplement: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: ("declaration" | "authorisation" | "income-proof" | "receipts" | "support-agreement" | "entrustment")[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    reviewCase: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    startSurvey: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    surveyors: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    supplyMissing: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    withdrawApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    assessStory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    facts: {
                        members?: {
                            memberId: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            bornOn?: string;
                            /** @enum {string} */
                            away?: "no" | "prison" | "rehabilitation" | "declared-missing" | "clergy";
                            disability?: "none" | {
                                /** @enum {string} */
                                kind: "visual" | "hearing" | "speech" | "physical" | "intellectual" | "mental" | "multiple";
                                level: number;
                            };
                            isSeverelyIll?: boolean;
                            isUnemployed?: boolean;
                            hasRefusedWork?: boolean;
                            /** @enum {string} */
                            study?: "none" | "compulsory" | "senior-high" | "vocational" | "higher";
                            failedAdls?: number;
                            needsLongTermCare?: boolean;
                            hasWorkInjuryNursing?: boolean;
                            /** @enum {string} */
                            careGrade?: "able" | "mild" | "moderate" | "severe" | "total";
                            isRegisteredHere?: boolean;
                            parents?: {
                                /** @enum {string} */
                                fate: "present" | "dead" | "declared-missing" | "not-found";
                                disability: "none" | {
                                    /** @enum {string} */
                                    kind: "visual" | "hearing" | "speech" | "physical" | "intellectual" | "mental" | "multiple";
                                    level: number;
                                };
                                isSeverelyIll: boolean;
                                /** @enum {string} */
                                custody: "prison" | "rehabilitation" | "other" | "none";
                                custodyMonths: number;
                                outOfContactMonths: number;
                                isGuardianshipRevoked: boolean;
                                isDeported: boolean;
                            }[];
                            isInInstitution?: boolean;
                            receives?: ("DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING")[];
                        }[];
                        isCheckAuthorised?: boolean;
                        income?: {
                            memberId: string;
                            /** @enum {string} */
                            kind: "WAGE" | "BUSINESS" | "PROPERTY" | "TRANSFER";
                            monthsFen: number[];
                            basicMonthsFen?: number[];
                            /** @enum {string} */
                            exclusion?: "veterans-benefit" | "family-planning-reward" | "scholarship" | "courage-award" | "social-assistance" | "disability-allowance" | "child-allowance" | "old-age-allowance" | "medical-insurance";
                            exemption?: {
                                /** @description Amount of money in fen, 1/100 yuan */
                                wageBeforeFen: number;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                employedOn: string;
                            };
                        }[];
                        rigid?: {
                            /** @enum {string} */
                            kind: "medical" | "rehabilitation" | "education" | "other";
                            /** @description Amount of money in fen, 1/100 yuan */
                            amountFen: number;
                        }[];
                        /** @description Amount of money in fen, 1/100 yuan */
                        financialFen?: number;
                        vehicles?: number;
                        dwellings?: number;
                        obligors?: {
                            /** @enum {string} */
                            relation: "child" | "parent" | "spouse" | "sibling" | "grandparent" | "grandchild";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            bornOn: string;
                            disability: "none" | {
                                /** @enum {string} */
                                kind: "visual" | "hearing" | "speech" | "physical" | "intellectual" | "mental" | "multiple";
                                level: number;
                            };
                            /** @enum {string} */
                            incapacity: "none" | "no-civil-capacity" | "declared-missing" | "prison";
                            /** @enum {string} */
                            receives: "none" | "TK" | "DB" | "DBB";
                            householdSize: number;
                            /** @description Amount of money in fen, 1/100 yuan */
                            monthlyIncomeFen: number;
                            hasLowAssets: boolean;
                            supports: string[];
                            supportsOthers: number;
                            /** @description Amount of money in fen, 1/100 yuan */
                            agreedFen?: number;
                        }[];
                        emergency?: "none" | {
                            /** @enum {string} */
                            emergency: "fire" | "traffic-accident" | "sudden-illness" | "other-hardship";
                            isUrgent: boolean;
                            /** @enum {string} */
                            hardship: "tier-1" | "tier-2" | "tier-3" | "special";
                            /** @description Amount of money in fen, 1/100 yuan */
                            requestedFen: number;
                        };
                        pastRelief?: {
                            grants: number;
                            isSameCause: boolean;
                        };
                    };
                    programmes?: ("DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING")[];
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    onDate?: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    knownAt?: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    appliedOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        onDate: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        knownAt: string;
                        codeVersion: string;
                        preCheck: boolean;
                        /** @enum {string} */
                        classified?: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                        next?: {
                            pointer: string;
                            /** @enum {string} */
                            askedOf: "household" | "survey" | "register";
                            text: string;
                        };
                        results: {
                            /** @enum {string} */
                            programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                            title: string;
                            memberId?: string;
                            /** @enum {string} */
                            status: "ELIGIBLE" | "NOT_ELIGIBLE" | "MANUAL";
                            /** @description Amount of money in fen, 1/100 yuan */
                            monthlyFen?: number;
                            /** @description Amount of money in fen, 1/100 yuan */
                            oneOffFen?: number;
                            parts?: {
                                rule: string;
                                memberId?: string;
                                /** @description Amount of money in fen, 1/100 yuan */
                                amountFen: number;
                            }[];
                            months?: number;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validUntil?: string;
                            /** @enum {string} */
                            level?: "street" | "district" | "meeting";
                            /** @description A calendar month, YYYY-MM */
                            payFrom?: string;
                            failed?: {
                                rule: string;
                                title: string;
                                cites: {
                                    doc: string;
                                    article?: string;
                                }[];
                            }[];
                            /** @description A calendar month, YYYY-MM */
                            continuesUntil?: string;
                            question?: {
                                pointer: string;
                                /** @enum {string} */
                                askedOf: "household" | "survey" | "register";
                                text: string;
                            };
                            conflict?: string[];
                            /** @enum {string} */
                            alternativeTo?: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                            trace: {
                                rule: string;
                                value: number | boolean;
                                /** @enum {string} */
                                unit: "fen-scaled" | "fen" | "years" | "months" | "count" | "yes-no";
                                over?: number;
                                from: number[];
                                limit?: number;
                                params?: string[];
                            }[];
                            figures: {
                                key: string;
                                value: number;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validFrom: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validTo?: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                publishedOn: string;
                                docNo: string;
                                /** @enum {string} */
                                confidence: "S" | "K" | "V" | "SAMPLE";
                            }[];
                            provisional: boolean;
                            sample: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    getBudget: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Amount of money in fen, 1/100 yuan */
                        grantedFen: number;
                        /** @description Amount of money in fen, 1/100 yuan */
                        reservedFen: number;
                        /** @description Amount of money in fen, 1/100 yuan */
                        spentFen: number;
                        /** @description Amount of money in fen, 1/100 yuan */
                        availableFen: number;
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    grantQuota: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Amount of money in fen, 1/100 yuan */
                    amountFen: number;
                    /** @enum {string} */
                    source: "central" | "province" | "city" | "district" | "lottery";
                    reference: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reference: string;
                        /** @description Amount of money in fen, 1/100 yuan */
                        amountFen: number;
                        /** @enum {string} */
                        source: "central" | "province" | "city" | "district" | "lottery";
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    listMyCertificates: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            staffNo: string;
                            courseCode: string;
                            hours: number;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            issuedOn: string;
                            scopes: ("case.review" | "case.decide")[];
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validUntil?: string;
                            certificateId: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    readContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mobile: string;
                        /** @enum {string} */
                        language: "zh-CN" | "en";
                        email?: string;
                        preferences?: {
                            STATUTORY?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            TRANSACTIONAL?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            EMERGENCY?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            INFORMATIONAL?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["notifications-400"];
            401: components["responses"]["notifications-401"];
            403: components["responses"]["notifications-403"];
            404: components["responses"]["notifications-404"];
            429: components["responses"]["notifications-429"];
            500: components["responses"]["notifications-500"];
            503: components["responses"]["notifications-503"];
        };
    };
    registerContact: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: string;
                    /** @enum {string} */
                    language: "zh-CN" | "en";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mobile: string;
                        /** @enum {string} */
                        language: "zh-CN" | "en";
                        email?: string;
                        preferences?: {
                            STATUTORY?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            TRANSACTIONAL?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            EMERGENCY?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            INFORMATIONAL?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["notifications-400"];
            401: components["responses"]["notifications-401"];
            403: components["responses"]["notifications-403"];
            404: components["responses"]["notifications-404"];
            409: components["responses"]["notifications-409"];
            413: components["responses"]["notifications-413"];
            415: components["responses"]["notifications-415"];
            422: components["responses"]["notifications-422"];
            429: components["responses"]["notifications-429"];
            500: components["responses"]["notifications-500"];
            503: components["responses"]["notifications-503"];
        };
    };
    registerEmail: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mobile: string;
                        /** @enum {string} */
                        language: "zh-CN" | "en";
                        email?: string;
                        preferences?: {
                            STATUTORY?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            TRANSACTIONAL?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            EMERGENCY?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            INFORMATIONAL?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["notifications-400"];
            401: components["responses"]["notifications-401"];
            403: components["responses"]["notifications-403"];
            404: components["responses"]["notifications-404"];
            409: components["responses"]["notifications-409"];
            413: components["responses"]["notifications-413"];
            415: components["responses"]["notifications-415"];
            422: components["responses"]["notifications-422"];
            429: components["responses"]["notifications-429"];
            500: components["responses"]["notifications-500"];
            503: components["responses"]["notifications-503"];
        };
    };
    removeEmail: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mobile: string;
                        /** @enum {string} */
                        language: "zh-CN" | "en";
                        email?: string;
                        preferences?: {
                            STATUTORY?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            TRANSACTIONAL?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            EMERGENCY?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            INFORMATIONAL?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["notifications-400"];
            401: components["responses"]["notifications-401"];
            403: components["responses"]["notifications-403"];
            404: components["responses"]["notifications-404"];
            409: components["responses"]["notifications-409"];
            413: components["responses"]["notifications-413"];
            415: components["responses"]["notifications-415"];
            422: components["responses"]["notifications-422"];
            429: components["responses"]["notifications-429"];
            500: components["responses"]["notifications-500"];
            503: components["responses"]["notifications-503"];
        };
    };
    choosePreferences: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    STATUTORY?: {
                        sms?: boolean;
                        "e-mail"?: boolean;
                    };
                    TRANSACTIONAL?: {
                        sms?: boolean;
                        "e-mail"?: boolean;
                    };
                    EMERGENCY?: {
                        sms?: boolean;
                        "e-mail"?: boolean;
                    };
                    INFORMATIONAL?: {
                        sms?: boolean;
                        "e-mail"?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mobile: string;
                        /** @enum {string} */
                        language: "zh-CN" | "en";
                        email?: string;
                        preferences?: {
                            STATUTORY?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            TRANSACTIONAL?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            EMERGENCY?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                            INFORMATIONAL?: {
                                sms?: boolean;
                                "e-mail"?: boolean;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["notifications-400"];
            401: components["responses"]["notifications-401"];
            403: components["responses"]["notifications-403"];
            404: components["responses"]["notifications-404"];
            409: components["responses"]["notifications-409"];
            413: components["responses"]["notifications-413"];
            415: components["responses"]["notifications-415"];
            422: components["responses"]["notifications-422"];
            429: components["responses"]["notifications-429"];
            500: components["responses"]["notifications-500"];
            503: components["responses"]["notifications-503"];
        };
    };
    listCourses: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            title: string;
                            /** @enum {string} */
                            kind: "mandatory" | "elective";
                            hours: number;
                            passScore: number;
                            grants?: {
                                scopes: ("case.review" | "case.decide")[];
                                validityMonths: number;
                            };
                            /** @enum {string} */
                            status: "open" | "closed";
                            code: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    announceCourse: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @enum {string} */
                    kind: "mandatory" | "elective";
                    hours: number;
                    passScore: number;
                    grants?: {
                        scopes: ("case.review" | "case.decide")[];
                        validityMonths: number;
                    };
                    code: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        /** @enum {string} */
                        kind: "mandatory" | "elective";
                        hours: number;
                        passScore: number;
                        grants?: {
                            scopes: ("case.review" | "case.decide")[];
                            validityMonths: number;
                        };
                        /** @enum {string} */
                        status: "open" | "closed";
                        code: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            409: components["responses"]["training-409"];
            413: components["responses"]["training-413"];
            415: components["responses"]["training-415"];
            422: components["responses"]["training-422"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    closeCourse: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        /** @enum {string} */
                        kind: "mandatory" | "elective";
                        hours: number;
                        passScore: number;
                        grants?: {
                            scopes: ("case.review" | "case.decide")[];
                            validityMonths: number;
                        };
                        /** @enum {string} */
                        status: "open" | "closed";
                        code: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            409: components["responses"]["training-409"];
            413: components["responses"]["training-413"];
            415: components["responses"]["training-415"];
            422: components["responses"]["training-422"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    listEnrolments: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            courseCode: string;
                            staffNo: string;
                            /** @enum {string} */
                            status: "enrolled" | "passed" | "failed";
                            attempt: number;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            enrolledOn: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            completedOn?: string;
                            score?: number;
                            recordedBy?: string;
                            enrolmentId: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    enrol: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    staffNo: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        courseCode: string;
                        staffNo: string;
                        /** @enum {string} */
                        status: "enrolled" | "passed" | "failed";
                        attempt: number;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        enrolledOn: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        completedOn?: string;
                        score?: number;
                        recordedBy?: string;
                        enrolmentId: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            409: components["responses"]["training-409"];
            413: components["responses"]["training-413"];
            415: components["responses"]["training-415"];
            422: components["responses"]["training-422"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    recordResult: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                code: string;
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    score: number;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    completedOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        courseCode: string;
                        staffNo: string;
                        /** @enum {string} */
                        status: "enrolled" | "passed" | "failed";
                        attempt: number;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        enrolledOn: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        completedOn?: string;
                        score?: number;
                        recordedBy?: string;
                        enrolmentId: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            409: components["responses"]["training-409"];
            413: components["responses"]["training-413"];
            415: components["responses"]["training-415"];
            422: components["responses"]["training-422"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    listEmergencies: {
        parameters: {
            query?: {
                status?: "submitted" | "triaged" | "advanced" | "completed" | "refused" | "withdrawn";
                limit?: number;
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReliefView"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    reportEmergency: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                    divisionCode: string;
                    members: {
                        personId: string;
                        /** @enum {string} */
                        relation: "self" | "spouse" | "child" | "parent" | "other";
                    }[];
                    facts: {
                        /** @enum {string} */
                        emergency: "fire" | "traffic-accident" | "sudden-illness" | "other-hardship";
                        isUrgent?: boolean;
                        /** @enum {string} */
                        hardship?: "tier-1" | "tier-2" | "tier-3" | "special";
                        /** @description Amount of money in fen, 1/100 yuan */
                        requestedFen?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReliefView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    readEmergency: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReliefView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    advanceRelief: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    meetingRef?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReliefView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    completePapers: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReliefView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    refuseEmergency: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReliefView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    triageCase: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    facts: {
                        /** @enum {string} */
                        emergency: "fire" | "traffic-accident" | "sudden-illness" | "other-hardship";
                        isUrgent?: boolean;
                        /** @enum {string} */
                        hardship?: "tier-1" | "tier-2" | "tier-3" | "special";
                        /** @description Amount of money in fen, 1/100 yuan */
                        requestedFen?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReliefView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    withdrawEmergency: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReliefView"];
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    listMyEnrolments: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            courseCode: string;
                            staffNo: string;
                            /** @enum {string} */
                            status: "enrolled" | "passed" | "failed";
                            attempt: number;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            enrolledOn: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            completedOn?: string;
                            score?: number;
                            recordedBy?: string;
                            enrolmentId: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    listEntitlements: {
        parameters: {
            query?: {
                personId?: string;
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            entitlementId: string;
                            origin: {
                                /** @constant */
                                kind: "application";
                                applicationId: string;
                            } | {
                                /** @constant */
                                kind: "allowance";
                                allowanceId: string;
                            };
                            personId: string;
                            /** @enum {string} */
                            programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                            /** @description Amount of money in fen, 1/100 yuan */
                            monthlyFen: number;
                            /** @description Amount of money in fen, 1/100 yuan */
                            oneOffFen?: number;
                            /** @description A calendar month, YYYY-MM */
                            from: string;
                            /** @description A calendar month, YYYY-MM */
                            until?: string;
                            /** @enum {string} */
                            status: "active" | "ended";
                            sample: boolean;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    listGrants: {
        parameters: {
            query?: {
                agency?: string;
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            grantId: string;
                            agency: string;
                            /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                            divisionCode: string;
                            /** @default [] */
                            receives: string[];
                            /** @default [] */
                            sends: string[];
                            legalBasis: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validTo?: string;
                            /** @enum {string} */
                            status: "given" | "revoked";
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    giveGrant: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agency: string;
                    /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                    divisionCode: string;
                    /** @default [] */
                    receives?: string[];
                    /** @default [] */
                    sends?: string[];
                    legalBasis: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    validFrom: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    validTo?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grantId: string;
                        agency: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @default [] */
                        receives: string[];
                        /** @default [] */
                        sends: string[];
                        legalBasis: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        validFrom: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        validTo?: string;
                        /** @enum {string} */
                        status: "given" | "revoked";
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            409: components["responses"]["subscriptions-409"];
            413: components["responses"]["subscriptions-413"];
            415: components["responses"]["subscriptions-415"];
            422: components["responses"]["subscriptions-422"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    revokeGrant: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grantId: string;
                        agency: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @default [] */
                        receives: string[];
                        /** @default [] */
                        sends: string[];
                        legalBasis: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        validFrom: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        validTo?: string;
                        /** @enum {string} */
                        status: "given" | "revoked";
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            409: components["responses"]["subscriptions-409"];
            413: components["responses"]["subscriptions-413"];
            415: components["responses"]["subscriptions-415"];
            422: components["responses"]["subscriptions-422"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    receiveInboundEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": {
                    /** @constant */
                    specversion: "1.0";
                    id: string;
                    source: string;
                    type: string;
                    /** @constant */
                    datacontenttype?: "application/json";
                    personref: string;
                    data: {
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        occurredOn: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken in; the rest is done later */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        inboundEventId: string;
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            409: components["responses"]["subscriptions-409"];
            413: components["responses"]["subscriptions-413"];
            415: components["responses"]["subscriptions-415"];
            422: components["responses"]["subscriptions-422"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    getTrialBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            account: string;
                            /** @description Amount of money in fen, 1/100 yuan */
                            debitFen: number;
                            /** @description Amount of money in fen, 1/100 yuan */
                            creditFen: number;
                            /** @description Amount of money in fen, 1/100 yuan */
                            balanceFen: number;
                        }[];
                        /** @description Amount of money in fen, 1/100 yuan */
                        debitFen: number;
                        /** @description Amount of money in fen, 1/100 yuan */
                        creditFen: number;
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    listRequirements: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            scope: "case.review" | "case.decide";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            from: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    setRequirement: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                scope: "case.review" | "case.decide";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        scope: "case.review" | "case.decide";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        from: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            409: components["responses"]["training-409"];
            413: components["responses"]["training-413"];
            415: components["responses"]["training-415"];
            422: components["responses"]["training-422"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    listLicences: {
        parameters: {
            query: {
                staffNo: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            officerRef: string;
                            /** @enum {string} */
                            scope: "case.review" | "case.decide";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validUntil: string;
                            certificateId: string;
                            licenceId: string;
                            isValidToday: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    listMyLicences: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            officerRef: string;
                            /** @enum {string} */
                            scope: "case.review" | "case.decide";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validUntil: string;
                            certificateId: string;
                            licenceId: string;
                            isValidToday: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    listMessages: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                personId: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            messageId: string;
                            /** @enum {string} */
                            template: "case.accepted" | "case.confirmed" | "case.granted" | "case.recognised" | "case.supplement" | "case.objection-filed" | "case.objection-answered" | "case.refused" | "allowance.awarded" | "pay.paid" | "pay.failed" | "pay.reissued" | "recovery.noticed" | "recovery.decided" | "pay.unclaimed";
                            /** @enum {string} */
                            status: "created" | "waiting-for-contact" | "sending" | "delivered" | "temporary-failure" | "permanent-failure";
                            /** @enum {string} */
                            channel: "sms" | "in-app";
                            causeEventId: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            createdAt: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            changedAt: string;
                            subject: string;
                            text: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            readAt?: string;
                            deliveries: {
                                /** @enum {string} */
                                channel: "in-app" | "sms" | "e-mail";
                                /** @enum {string} */
                                status: "created" | "waiting-for-contact" | "sending" | "delivered" | "temporary-failure" | "permanent-failure" | "unknown" | "accepted" | "read";
                                /** @description A moment in UTC with milliseconds, ISO 8601 */
                                changedAt: string;
                            }[];
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["notifications-400"];
            401: components["responses"]["notifications-401"];
            403: components["responses"]["notifications-403"];
            404: components["responses"]["notifications-404"];
            429: components["responses"]["notifications-429"];
            500: components["responses"]["notifications-500"];
            503: components["responses"]["notifications-503"];
        };
    };
    listMyMessages: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            messageId: string;
                            /** @enum {string} */
                            template: "case.accepted" | "case.confirmed" | "case.granted" | "case.recognised" | "case.supplement" | "case.objection-filed" | "case.objection-answered" | "case.refused" | "allowance.awarded" | "pay.paid" | "pay.failed" | "pay.reissued" | "recovery.noticed" | "recovery.decided" | "pay.unclaimed";
                            /** @enum {string} */
                            status: "created" | "waiting-for-contact" | "sending" | "delivered" | "temporary-failure" | "permanent-failure";
                            /** @enum {string} */
                            channel: "sms" | "in-app";
                            causeEventId: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            createdAt: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            changedAt: string;
                            subject: string;
                            text: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            readAt?: string;
                            deliveries: {
                                /** @enum {string} */
                                channel: "in-app" | "sms" | "e-mail";
                                /** @enum {string} */
                                status: "created" | "waiting-for-contact" | "sending" | "delivered" | "temporary-failure" | "permanent-failure" | "unknown" | "accepted" | "read";
                                /** @description A moment in UTC with milliseconds, ISO 8601 */
                                changedAt: string;
                            }[];
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["notifications-400"];
            401: components["responses"]["notifications-401"];
            403: components["responses"]["notifications-403"];
            404: components["responses"]["notifications-404"];
            429: components["responses"]["notifications-429"];
            500: components["responses"]["notifications-500"];
            503: components["responses"]["notifications-503"];
        };
    };
    countMyUnreadMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            400: components["responses"]["notifications-400"];
            401: components["responses"]["notifications-401"];
            403: components["responses"]["notifications-403"];
            404: components["responses"]["notifications-404"];
            429: components["responses"]["notifications-429"];
            500: components["responses"]["notifications-500"];
            503: components["responses"]["notifications-503"];
        };
    };
    markMessageRead: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messageId: string;
                        /** @enum {string} */
                        template: "case.accepted" | "case.confirmed" | "case.granted" | "case.recognised" | "case.supplement" | "case.objection-filed" | "case.objection-answered" | "case.refused" | "allowance.awarded" | "pay.paid" | "pay.failed" | "pay.reissued" | "recovery.noticed" | "recovery.decided" | "pay.unclaimed";
                        /** @enum {string} */
                        status: "created" | "waiting-for-contact" | "sending" | "delivered" | "temporary-failure" | "permanent-failure";
                        /** @enum {string} */
                        channel: "sms" | "in-app";
                        causeEventId: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        createdAt: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        changedAt: string;
                        subject: string;
                        text: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        readAt?: string;
                        deliveries: {
                            /** @enum {string} */
                            channel: "in-app" | "sms" | "e-mail";
                            /** @enum {string} */
                            status: "created" | "waiting-for-contact" | "sending" | "delivered" | "temporary-failure" | "permanent-failure" | "unknown" | "accepted" | "read";
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            changedAt: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["notifications-400"];
            401: components["responses"]["notifications-401"];
            403: components["responses"]["notifications-403"];
            404: components["responses"]["notifications-404"];
            409: components["responses"]["notifications-409"];
            413: components["responses"]["notifications-413"];
            415: components["responses"]["notifications-415"];
            422: components["responses"]["notifications-422"];
            429: components["responses"]["notifications-429"];
            500: components["responses"]["notifications-500"];
            503: components["responses"]["notifications-503"];
        };
    };
    declareNearRelatives: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personIds: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personIds: string[];
                    };
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            409: components["responses"]["applications-409"];
            413: components["responses"]["applications-413"];
            415: components["responses"]["applications-415"];
            422: components["responses"]["applications-422"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    listPayRuns: {
        parameters: {
            query?: {
                period?: string;
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PayRunView"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    drawPayRun: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A calendar month, YYYY-MM */
                    period: string;
                    /**
                     * @default NORMAL
                     * @enum {string}
                     */
                    kind?: "NORMAL" | "ONE_OFF";
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayRunView"];
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    getPayRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayRunView"];
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    approvePayRun: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    linesHash: string;
                    /** @description Amount of money in fen, 1/100 yuan */
                    totalFen: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayRunView"];
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    releasePayRun: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    linesHash: string;
                    /** @description Amount of money in fen, 1/100 yuan */
                    totalFen: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayRunView"];
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    submitPayRun: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayRunView"];
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    listPaymentTasks: {
        parameters: {
            query?: {
                status?: "open" | "done";
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            taskId: string;
                            /** @enum {string} */
                            kind: "account-missing" | "account-wanted" | "payment-held" | "paid-after-death" | "owed-twice" | "repaid-and-returned";
                            /** @enum {string} */
                            status: "open" | "done";
                            entitlementId: string;
                            personId: string;
                            /** @enum {string} */
                            programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                            /** @description A calendar month, YYYY-MM */
                            period: string;
                            paymentId?: string;
                            /** @enum {string} */
                            reason?: "R01" | "R02" | "R03" | "R04" | "R05" | "R06" | "R07" | "R08" | "R09" | "R10" | "R11" | "R99";
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    listPayments: {
        parameters: {
            query?: {
                payRunId?: string;
                personId?: string;
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            paymentId: string;
                            payRunId: string;
                            entitlementId: string;
                            personId: string;
                            /** @enum {string} */
                            programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                            /** @description A calendar month, YYYY-MM */
                            period: string;
                            /** @enum {string} */
                            kind: "NORMAL" | "RETRO" | "TOPUP" | "ONE_OFF" | "RETURN";
                            /** @description Amount of money in fen, 1/100 yuan */
                            amountFen: number;
                            last4: string;
                            /** @enum {string} */
                            status: "planned" | "approved" | "queued" | "submitted" | "settled" | "rejected" | "unknown" | "returned" | "cancelled";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            settledOn?: string;
                            /** @enum {string} */
                            reason?: "R01" | "R02" | "R03" | "R04" | "R05" | "R06" | "R07" | "R08" | "R09" | "R10" | "R11" | "R99";
                            reasonText?: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            returnedOn?: string;
                            replacesId?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    allowReissue: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    account: "same" | "another";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        paymentId: string;
                        /** @enum {string} */
                        status: "owed" | "held" | "drawn";
                        needsOtherAccount: boolean;
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    resolvePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    residentId: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personId: string;
                    };
                };
            };
            400: components["responses"]["people-400"];
            401: components["responses"]["people-401"];
            403: components["responses"]["people-403"];
            404: components["responses"]["people-404"];
            409: components["responses"]["people-409"];
            413: components["responses"]["people-413"];
            415: components["responses"]["people-415"];
            422: components["responses"]["people-422"];
            429: components["responses"]["people-429"];
            500: components["responses"]["people-500"];
            503: components["responses"]["people-503"];
        };
    };
    readPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personId: string;
                        name: string;
                        mergedInto?: string;
                    };
                };
            };
            400: components["responses"]["people-400"];
            401: components["responses"]["people-401"];
            403: components["responses"]["people-403"];
            404: components["responses"]["people-404"];
            429: components["responses"]["people-429"];
            500: components["responses"]["people-500"];
            503: components["responses"]["people-503"];
        };
    };
    proposeMerge: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    intoPersonId: string;
                    /** @enum {string} */
                    reason: "id-number-corrected" | "earlier-id-number" | "registered-twice";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeView"];
                };
            };
            400: components["responses"]["people-400"];
            401: components["responses"]["people-401"];
            403: components["responses"]["people-403"];
            404: components["responses"]["people-404"];
            409: components["responses"]["people-409"];
            413: components["responses"]["people-413"];
            415: components["responses"]["people-415"];
            422: components["responses"]["people-422"];
            429: components["responses"]["people-429"];
            500: components["responses"]["people-500"];
            503: components["responses"]["people-503"];
        };
    };
    confirmMerge: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeView"];
                };
            };
            400: components["responses"]["people-400"];
            401: components["responses"]["people-401"];
            403: components["responses"]["people-403"];
            404: components["responses"]["people-404"];
            409: components["responses"]["people-409"];
            413: components["responses"]["people-413"];
            415: components["responses"]["people-415"];
            422: components["responses"]["people-422"];
            429: components["responses"]["people-429"];
            500: components["responses"]["people-500"];
            503: components["responses"]["people-503"];
        };
    };
    rejectMerge: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeView"];
                };
            };
            400: components["responses"]["people-400"];
            401: components["responses"]["people-401"];
            403: components["responses"]["people-403"];
            404: components["responses"]["people-404"];
            409: components["responses"]["people-409"];
            413: components["responses"]["people-413"];
            415: components["responses"]["people-415"];
            422: components["responses"]["people-422"];
            429: components["responses"]["people-429"];
            500: components["responses"]["people-500"];
            503: components["responses"]["people-503"];
        };
    };
    listProgrammes: {
        parameters: {
            query?: {
                onDate?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                            title: string;
                            /** @enum {string} */
                            about: "household" | "person";
                            place?: number;
                            /** @enum {string} */
                            paysFrom: "month-after-decision" | "month-of-application" | "month-of-decision" | "at-once" | "nothing";
                            rules: {
                                rule: string;
                                title: string;
                                cites: {
                                    doc: string;
                                    article?: string;
                                }[];
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["applications-400"];
            401: components["responses"]["applications-401"];
            403: components["responses"]["applications-403"];
            404: components["responses"]["applications-404"];
            429: components["responses"]["applications-429"];
            500: components["responses"]["applications-500"];
            503: components["responses"]["applications-503"];
        };
    };
    listRecoveries: {
        parameters: {
            query?: {
                personId?: string;
                status?: "noticed" | "answered" | "unanswered" | "proposed" | "decided" | "closed" | "withdrawn";
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RecoveryView"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    getRecovery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryId: string;
                        paymentId: string;
                        entitlementId: string;
                        personId: string;
                        /** @enum {string} */
                        programme: "DB" | "DB_SP" | "DBB" | "TK" | "TL_E" | "TL_X" | "RX" | "RX_AID" | "DIS_L" | "DIS_C" | "ORP" | "FCWR" | "OLD" | "ELD" | "VET_LIVING" | "VET_NURSING";
                        /** @description A calendar month, YYYY-MM */
                        period: string;
                        /** @enum {string} */
                        kind: "paid-after-death";
                        /** @description Amount of money in fen, 1/100 yuan */
                        amountFen: number;
                        /** @description Amount of money in fen, 1/100 yuan */
                        repaidFen: number;
                        /** @description Amount of money in fen, 1/100 yuan */
                        openFen: number;
                        /** @enum {string} */
                        status: "noticed" | "answered" | "unanswered" | "proposed" | "decided" | "closed" | "withdrawn";
                        sample: boolean;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        noticedOn: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        answerBy: string;
                        provisional: boolean;
                        answer?: {
                            text: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            givenOn: string;
                            onPaper: boolean;
                        };
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        decidedOn?: string;
                        remedy?: {
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            reviewBy: string;
                            provisional: boolean;
                        };
                        withdrawal?: {
                            /** @enum {string} */
                            reason: "owed-after-all" | "not-received" | "returned-by-bank";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            on: string;
                        };
                        receipts: {
                            reference: string;
                            /** @description Amount of money in fen, 1/100 yuan */
                            amountFen: number;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            receivedOn: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    answerRecovery: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryView"];
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    approveRecovery: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryView"];
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    proposeRecovery: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryView"];
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    receiveRepayment: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reference: string;
                    /** @description Amount of money in fen, 1/100 yuan */
                    amountFen: number;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    receivedOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryView"];
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    withdrawRecovery: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "owed-after-all" | "not-received";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryView"];
                };
            };
            400: components["responses"]["payments-400"];
            401: components["responses"]["payments-401"];
            403: components["responses"]["payments-403"];
            404: components["responses"]["payments-404"];
            409: components["responses"]["payments-409"];
            413: components["responses"]["payments-413"];
            415: components["responses"]["payments-415"];
            422: components["responses"]["payments-422"];
            429: components["responses"]["payments-429"];
            500: components["responses"]["payments-500"];
            503: components["responses"]["payments-503"];
        };
    };
    listStaff: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            unit: string;
                            /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                            divisionCode: string;
                            /** @enum {string} */
                            status: "active" | "access-ended";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            registeredOn: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            endedOn?: string;
                            delegations: {
                                toStaffNo: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validFrom: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                validUntil: string;
                            }[];
                            staffNo: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    registerStaff: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                    divisionCode: string;
                    staffNo: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unit: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        status: "active" | "access-ended";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        registeredOn: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        endedOn?: string;
                        delegations: {
                            toStaffNo: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validUntil: string;
                        }[];
                        staffNo: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            409: components["responses"]["training-409"];
            413: components["responses"]["training-413"];
            415: components["responses"]["training-415"];
            422: components["responses"]["training-422"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    readStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unit: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        status: "active" | "access-ended";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        registeredOn: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        endedOn?: string;
                        delegations: {
                            toStaffNo: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validUntil: string;
                        }[];
                        staffNo: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    delegateStaff: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    toStaffNo: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    validFrom: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    validUntil: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unit: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        status: "active" | "access-ended";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        registeredOn: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        endedOn?: string;
                        delegations: {
                            toStaffNo: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validUntil: string;
                        }[];
                        staffNo: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            409: components["responses"]["training-409"];
            413: components["responses"]["training-413"];
            415: components["responses"]["training-415"];
            422: components["responses"]["training-422"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    endStaffAccess: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unit: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        status: "active" | "access-ended";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        registeredOn: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        endedOn?: string;
                        delegations: {
                            toStaffNo: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validUntil: string;
                        }[];
                        staffNo: string;
                    };
                };
            };
            400: components["responses"]["training-400"];
            401: components["responses"]["training-401"];
            403: components["responses"]["training-403"];
            404: components["responses"]["training-404"];
            409: components["responses"]["training-409"];
            413: components["responses"]["training-413"];
            415: components["responses"]["training-415"];
            422: components["responses"]["training-422"];
            429: components["responses"]["training-429"];
            500: components["responses"]["training-500"];
            503: components["responses"]["training-503"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                agency?: string;
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            subscriptionId: string;
                            agency: string;
                            endpoint: string;
                            types: string[];
                            /** @enum {string} */
                            status: "verifying" | "active" | "disabled";
                            /** @enum {string} */
                            reason?: "gone" | "unreachable" | "not-verified" | "refused" | "on-request";
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    createSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endpoint: string;
                    types: string[];
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: string;
                        agency: string;
                        endpoint: string;
                        types: string[];
                        /** @enum {string} */
                        status: "verifying" | "active" | "disabled";
                        /** @enum {string} */
                        reason?: "gone" | "unreachable" | "not-verified" | "refused" | "on-request";
                        secret: string;
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            409: components["responses"]["subscriptions-409"];
            413: components["responses"]["subscriptions-413"];
            415: components["responses"]["subscriptions-415"];
            422: components["responses"]["subscriptions-422"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    readSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: string;
                        agency: string;
                        endpoint: string;
                        types: string[];
                        /** @enum {string} */
                        status: "verifying" | "active" | "disabled";
                        /** @enum {string} */
                        reason?: "gone" | "unreachable" | "not-verified" | "refused" | "on-request";
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                status?: "waiting" | "created" | "temporary-failure" | "delivered" | "permanent-failure" | "withdrawn";
                after?: string;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            deliveryId: string;
                            type: string;
                            /** @enum {string} */
                            status: "waiting" | "created" | "temporary-failure" | "delivered" | "permanent-failure" | "withdrawn";
                            attempts: number;
                            last?: {
                                status: number;
                                retryAfterMs?: number;
                            } | {
                                /** @enum {string} */
                                problem: "timeout" | "no-connection" | "refused";
                            };
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            nextAt?: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            createdAt: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            changedAt: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    disableSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: string;
                        agency: string;
                        endpoint: string;
                        types: string[];
                        /** @enum {string} */
                        status: "verifying" | "active" | "disabled";
                        /** @enum {string} */
                        reason?: "gone" | "unreachable" | "not-verified" | "refused" | "on-request";
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            409: components["responses"]["subscriptions-409"];
            413: components["responses"]["subscriptions-413"];
            415: components["responses"]["subscriptions-415"];
            422: components["responses"]["subscriptions-422"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    enableSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: string;
                        agency: string;
                        endpoint: string;
                        types: string[];
                        /** @enum {string} */
                        status: "verifying" | "active" | "disabled";
                        /** @enum {string} */
                        reason?: "gone" | "unreachable" | "not-verified" | "refused" | "on-request";
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            409: components["responses"]["subscriptions-409"];
            413: components["responses"]["subscriptions-413"];
            415: components["responses"]["subscriptions-415"];
            422: components["responses"]["subscriptions-422"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    replaySubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A moment in UTC with milliseconds, ISO 8601 */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Taken in; the rest is done later */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        from: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        to: string;
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            409: components["responses"]["subscriptions-409"];
            413: components["responses"]["subscriptions-413"];
            415: components["responses"]["subscriptions-415"];
            422: components["responses"]["subscriptions-422"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    rotateSecret: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        previousUntil: string;
                    };
                };
            };
            400: components["responses"]["subscriptions-400"];
            401: components["responses"]["subscriptions-401"];
            403: components["responses"]["subscriptions-403"];
            404: components["responses"]["subscriptions-404"];
            409: components["responses"]["subscriptions-409"];
            413: components["responses"]["subscriptions-413"];
            415: components["responses"]["subscriptions-415"];
            422: components["responses"]["subscriptions-422"];
            429: components["responses"]["subscriptions-429"];
            500: components["responses"]["subscriptions-500"];
            503: components["responses"]["subscriptions-503"];
        };
    };
    assessMatter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    matter: {
                        /** @constant */
                        kind: "nursing";
                        facts: {
                            /** @constant */
                            category: "V01";
                            /** @enum {string} */
                            nature: "war" | "duty" | "illness";
                            grade: number;
                            isMental: boolean;
                            isInVeteransHospital: boolean;
                        };
                    } | {
                        /** @constant */
                        kind: "living";
                        facts: {
                            /** @constant */
                            category: "V09";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            bornOn: string;
                            isRural: boolean;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            enlistedOn: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            dischargedOn: string;
                        };
                    } | {
                        /** @constant */
                        kind: "martyr-award";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        diedOn: string;
                    } | {
                        /** @constant */
                        kind: "lump-sum";
                        /** @enum {string} */
                        death: "martyr" | "duty" | "illness";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        diedOn: string;
                        /** @description Amount of money in fen, 1/100 yuan */
                        monthlyPayFen: number;
                        honours: ("medal" | "central-honour" | "first-war-merit" | "second-war-merit" | "third-war-merit" | "fourth-war-merit")[];
                    } | {
                        /** @constant */
                        kind: "discharge-pay";
                        /** @description Amount of money in fen, 1/100 yuan */
                        payFen: number;
                        honours: ("medal" | "central-honour" | "first-war-merit" | "second-war-merit" | "third-war-merit" | "fourth-war-merit")[];
                    } | ({
                        /** @constant */
                        kind: "funeral-aid";
                        /** @constant */
                        category: "V01";
                        /** @enum {string} */
                        cause: "illness" | "old-wound" | "other";
                        /** @description Amount of money in fen, 1/100 yuan */
                        yearlyFen: number;
                    } | {
                        /** @constant */
                        kind: "funeral-aid";
                        /** @enum {string} */
                        category: "V02" | "V03" | "V04" | "V07" | "V08";
                        /** @description Amount of money in fen, 1/100 yuan */
                        monthlyFen: number;
                    }) | {
                        /** @constant */
                        kind: "survivor";
                        /** @enum {string} */
                        relation: "parent" | "spouse" | "child" | "sibling";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        bornOn: string;
                        isAbleToWork: boolean;
                        /** @description Amount of money in fen, 1/100 yuan */
                        monthlyIncomeFen: number;
                        isInSchool: boolean;
                        isDisabled: boolean;
                        wasSupported: boolean;
                    } | {
                        /** @constant */
                        kind: "regrading";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        gradedOn: string;
                    } | {
                        /** @constant */
                        kind: "transfer-in";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        dischargedOn: string;
                    } | {
                        /** @constant */
                        kind: "sentence";
                        /** @enum {string} */
                        event: "fixed-term" | "political-rights" | "wanted" | "death-sentence" | "life-sentence" | "dismissed";
                    } | {
                        /** @constant */
                        kind: "confirmation";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        dueOn: string;
                    } | {
                        /** @constant */
                        kind: "report";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        approvedOn: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        reportedOn: string;
                        hasReason: boolean;
                    };
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    onDate?: string;
                    /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                    knownAt?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        onDate: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        knownAt: string;
                        codeVersion: string;
                        /** @description Amount of money in fen, 1/100 yuan */
                        monthlyFen?: number;
                        /** @description Amount of money in fen, 1/100 yuan */
                        oneOffFen?: number;
                        days?: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        status?: "entitled" | "suspended" | "cancelled" | "kept" | "waived";
                        failed?: {
                            rule: string;
                            title: string;
                            cites: {
                                doc: string;
                                article?: string;
                            }[];
                        }[];
                        trace: {
                            rule: string;
                            value: number | boolean;
                            /** @enum {string} */
                            unit: "fen-scaled" | "fen" | "years" | "months" | "count" | "yes-no";
                            over?: number;
                            from: number[];
                            limit?: number;
                            params?: string[];
                        }[];
                        figures: {
                            key: string;
                            value: number;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validFrom: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            validTo?: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            publishedOn: string;
                            docNo: string;
                            /** @enum {string} */
                            confidence: "S" | "K" | "V" | "SAMPLE";
                        }[];
                        provisional: boolean;
                        sample: boolean;
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            413: components["responses"]["veterans-413"];
            415: components["responses"]["veterans-415"];
            422: components["responses"]["veterans-422"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    listVeterans: {
        parameters: {
            query?: {
                status?: "registered" | "confirmed" | "rejected";
                personId?: string;
                after?: string;
                limit?: number;
            };
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            veteranId: string;
                            personId: string;
                            /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                            divisionCode: string;
                            /** @enum {string} */
                            category: "V01" | "V09";
                            /** @enum {string} */
                            status: "registered" | "confirmed" | "rejected";
                            facts: {
                                /** @constant */
                                category: "V01";
                                /** @enum {string} */
                                nature: "war" | "duty" | "illness";
                                grade: number;
                                isMental: boolean;
                                isInVeteransHospital: boolean;
                            } | {
                                /** @constant */
                                category: "V09";
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                bornOn: string;
                                isRural: boolean;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                enlistedOn: string;
                                /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                                dischargedOn: string;
                            };
                            registeredBy: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            registeredAt: string;
                            decidedBy?: string;
                            /** @description A moment in UTC with milliseconds, ISO 8601 */
                            decidedAt?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    registerVeteran: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                    divisionCode: string;
                    facts: {
                        /** @constant */
                        category: "V01";
                        /** @enum {string} */
                        nature: "war" | "duty" | "illness";
                        grade: number;
                        isMental: boolean;
                        isInVeteransHospital: boolean;
                    } | {
                        /** @constant */
                        category: "V09";
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        bornOn: string;
                        isRural: boolean;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        enlistedOn: string;
                        /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                        dischargedOn: string;
                    } | {
                        /** @enum {string} */
                        category: "V02" | "V03" | "V04" | "V05" | "V06" | "V07" | "V08" | "V10" | "V11" | "V12" | "V13";
                    };
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        veteranId: string;
                        personId: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        category: "V01" | "V09";
                        /** @enum {string} */
                        status: "registered" | "confirmed" | "rejected";
                        facts: {
                            /** @constant */
                            category: "V01";
                            /** @enum {string} */
                            nature: "war" | "duty" | "illness";
                            grade: number;
                            isMental: boolean;
                            isInVeteransHospital: boolean;
                        } | {
                            /** @constant */
                            category: "V09";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            bornOn: string;
                            isRural: boolean;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            enlistedOn: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            dischargedOn: string;
                        };
                        registeredBy: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        registeredAt: string;
                        decidedBy?: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        decidedAt?: string;
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            409: components["responses"]["veterans-409"];
            413: components["responses"]["veterans-413"];
            415: components["responses"]["veterans-415"];
            422: components["responses"]["veterans-422"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    readVeteran: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        veteranId: string;
                        personId: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        category: "V01" | "V09";
                        /** @enum {string} */
                        status: "registered" | "confirmed" | "rejected";
                        facts: {
                            /** @constant */
                            category: "V01";
                            /** @enum {string} */
                            nature: "war" | "duty" | "illness";
                            grade: number;
                            isMental: boolean;
                            isInVeteransHospital: boolean;
                        } | {
                            /** @constant */
                            category: "V09";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            bornOn: string;
                            isRural: boolean;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            enlistedOn: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            dischargedOn: string;
                        };
                        registeredBy: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        registeredAt: string;
                        decidedBy?: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        decidedAt?: string;
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    confirmVeteran: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        veteranId: string;
                        personId: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        category: "V01" | "V09";
                        /** @enum {string} */
                        status: "registered" | "confirmed" | "rejected";
                        facts: {
                            /** @constant */
                            category: "V01";
                            /** @enum {string} */
                            nature: "war" | "duty" | "illness";
                            grade: number;
                            isMental: boolean;
                            isInVeteransHospital: boolean;
                        } | {
                            /** @constant */
                            category: "V09";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            bornOn: string;
                            isRural: boolean;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            enlistedOn: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            dischargedOn: string;
                        };
                        registeredBy: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        registeredAt: string;
                        decidedBy?: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        decidedAt?: string;
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            409: components["responses"]["veterans-409"];
            413: components["responses"]["veterans-413"];
            415: components["responses"]["veterans-415"];
            422: components["responses"]["veterans-422"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
    rejectVeteran: {
        parameters: {
            query?: never;
            header: {
                /** @description One key, one effect: the same request under it is answered as before. Quotes around it are optional. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The language of refusals and texts: zh-CN unless told, or en */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        veteranId: string;
                        personId: string;
                        /** @description Administrative division: 2, 4, 6, 9 or 12 digits */
                        divisionCode: string;
                        /** @enum {string} */
                        category: "V01" | "V09";
                        /** @enum {string} */
                        status: "registered" | "confirmed" | "rejected";
                        facts: {
                            /** @constant */
                            category: "V01";
                            /** @enum {string} */
                            nature: "war" | "duty" | "illness";
                            grade: number;
                            isMental: boolean;
                            isInVeteransHospital: boolean;
                        } | {
                            /** @constant */
                            category: "V09";
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            bornOn: string;
                            isRural: boolean;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            enlistedOn: string;
                            /** @description A date in Asia/Shanghai, YYYY-MM-DD */
                            dischargedOn: string;
                        };
                        registeredBy: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        registeredAt: string;
                        decidedBy?: string;
                        /** @description A moment in UTC with milliseconds, ISO 8601 */
                        decidedAt?: string;
                    };
                };
            };
            400: components["responses"]["veterans-400"];
            401: components["responses"]["veterans-401"];
            403: components["responses"]["veterans-403"];
            404: components["responses"]["veterans-404"];
            409: components["responses"]["veterans-409"];
            413: components["responses"]["veterans-413"];
            415: components["responses"]["veterans-415"];
            422: components["responses"]["veterans-422"];
            429: components["responses"]["veterans-429"];
            500: components["responses"]["veterans-500"];
            503: components["responses"]["veterans-503"];
        };
    };
}
