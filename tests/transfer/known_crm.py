"""Exports of CRM, ERP and shop programs: their headers, with made-up firms in them."""

from __future__ import annotations

import csv

from tests.transfer.known_exports import Export

SALESFORCE_ACCOUNTS = Export(
    "Id,IsDeleted,MasterRecordId,Name,Type,ParentId,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,"
    "BillingLatitude,BillingLongitude,BillingGeocodeAccuracy,ShippingStreet,ShippingCity,ShippingState,ShippingPostalCode,"
    "ShippingCountry,Phone,Fax,AccountNumber,Website,PhotoUrl,Sic,Industry,AnnualRevenue,NumberOfEmployees,Ownership,"
    "TickerSymbol,Description,Rating,Site,OwnerId,CreatedDate,CreatedById,LastModifiedDate,LastModifiedById,SystemModstamp,"
    "LastActivityDate,AccountSource,CustomerPriority__c,Active__c",
    (
        {
            "Id": "0015g00000AAAAAAA1", "IsDeleted": "false", "Name": "Edge Tools, Inc.", "Type": "Customer - Direct",
            "BillingStreet": "1 Main Street\nSuite 12", "BillingCity": "Austin", "BillingState": "TX", "BillingPostalCode": "78767",
            "BillingCountry": "USA", "ShippingStreet": "9 Dock Road", "ShippingCity": "Austin", "ShippingState": "TX",
            "Phone": "(512) 555-0100", "Fax": "(512) 555-0101", "AccountNumber": "CD451796", "Website": "www.edgetools.example",
            "PhotoUrl": "/services/images/photo/0015g0", "Industry": "Electronics", "AnnualRevenue": "139000000.0",
            "NumberOfEmployees": "1000", "Ownership": "Public", "Description": "Old customer", "Rating": "Hot",
            "OwnerId": "0055g00000BBBBBBB1", "CreatedDate": "2019-03-11T08:15:02.000Z", "CreatedById": "0055g00000BBBBBBB1",
            "LastModifiedDate": "2024-02-01T10:00:00.000Z", "SystemModstamp": "2024-02-01T10:00:00.000Z",
            "LastActivityDate": "2024-01-15", "AccountSource": "Web", "Active__c": "Yes",
        },
        {
            "Id": "0015g00000AAAAAAA2", "IsDeleted": "false", "Name": "Pyramid Lights", "Type": "Prospect",
            "BillingStreet": "2 Rue Verte", "BillingCity": "Paris", "BillingPostalCode": "75251", "BillingCountry": "France",
            "Phone": "+33 1 99 00 27 02", "OwnerId": "0055g00000BBBBBBB1", "CreatedDate": "2020-07-01T06:30:00.000Z",
            "SystemModstamp": "2024-02-01T10:00:00.000Z", "Active__c": "No",
        },
    ),
    quoting=csv.QUOTE_ALL,
)  # fmt: skip

SALESFORCE_CONTACTS = Export(
    "Id,IsDeleted,MasterRecordId,AccountId,LastName,FirstName,Salutation,Name,OtherStreet,OtherCity,OtherState,OtherPostalCode,"
    "OtherCountry,MailingStreet,MailingCity,MailingState,MailingPostalCode,MailingCountry,Phone,Fax,MobilePhone,HomePhone,"
    "OtherPhone,AssistantPhone,ReportsToId,Email,Title,Department,AssistantName,LeadSource,Birthdate,Description,OwnerId,"
    "CreatedDate,CreatedById,LastModifiedDate,LastModifiedById,SystemModstamp,EmailBouncedReason,IsEmailBounced,PhotoUrl",
    (
        {
            "Id": "0035g00000CCCCCCC1", "IsDeleted": "false", "AccountId": "0015g00000AAAAAAA1", "LastName": "Rivers",
            "FirstName": "Rose", "Salutation": "Ms.", "Name": "Rose Rivers", "MailingStreet": "1 Main Street",
            "MailingCity": "Austin", "MailingState": "TX", "MailingPostalCode": "78767", "Phone": "(512) 555-0110",
            "MobilePhone": "(512) 555-0111", "Email": "rose@edgetools.example", "Title": "SVP, Procurement",
            "Department": "Procurement", "LeadSource": "Trade Show", "Birthdate": "1960-01-02",
            "CreatedDate": "2019-03-11T08:15:02.000Z", "SystemModstamp": "2024-02-01T10:00:00.000Z", "IsEmailBounced": "false",
        },
        {
            "Id": "0035g00000CCCCCCC2", "IsDeleted": "false", "AccountId": "0015g00000AAAAAAA2", "LastName": "Young",
            "FirstName": "Andy", "Salutation": "Mr.", "Name": "Andy Young", "Phone": "(785) 555-0112",
            "Email": "andy@pyramid.example", "Title": "SVP, Operations", "CreatedDate": "2019-03-12T08:15:02.000Z",
            "SystemModstamp": "2024-02-01T10:00:00.000Z", "IsEmailBounced": "false",
        },
    ),
    quoting=csv.QUOTE_ALL,
)  # fmt: skip

SALESFORCE_REPORT = Export(
    "Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Mailing State/Province,"
    "Mailing Zip/Postal Code,Mailing Country,Phone,Fax,Mobile,Email,Account Owner",
    (
        {
            "Salutation": "Mr.", "First Name": "Tim", "Last Name": "Barr", "Title": "SVP, Administration",
            "Account Name": "Grand Hotels", "Mailing Street": "4 Lake Road", "Mailing City": "Chicago",
            "Mailing State/Province": "IL", "Mailing Zip/Postal Code": "60601", "Mailing Country": "USA",
            "Phone": "(312) 555-0120", "Mobile": "(312) 555-0121", "Email": "tim@grand.example", "Account Owner": "Pat Lee",
        },
        {
            "First Name": "John", "Last Name": "Bond", "Title": "VP", "Account Name": "Grand Hotels", "Phone": "(312) 555-0122",
            "Account Owner": "Pat Lee",
        },
    ),
)  # fmt: skip

HUBSPOT_COMPANIES = Export(
    "Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry,"
    "Company Domain Name,Street Address,Street Address 2,State/Region,Postal Code,Website URL,Lifecycle Stage,Lead Status,"
    "Number of Employees,Annual Revenue,Number of Associated Contacts,Associated Contact IDs,Description,LinkedIn Company Page,"
    "Time Zone,Type,Parent Company,Is Public,Year Founded",
    (
        {
            "Record ID": "51234567890", "Company name": "Kestrel Foods", "Company owner": "Dana Fox",
            "Create Date": "2024-05-13 09:41", "Phone Number": "+1 617-555-0130", "Last Activity Date": "2024-06-01 11:02",
            "City": "Boston", "Country/Region": "United States", "Industry": "FOOD_BEVERAGES",
            "Company Domain Name": "kestrel.example", "Street Address": "25 First Street", "Street Address 2": "2nd Floor",
            "State/Region": "MA", "Postal Code": "02141", "Website URL": "kestrel.example", "Lifecycle Stage": "Customer",
            "Number of Employees": "250", "Annual Revenue": "10000000", "Number of Associated Contacts": "2",
            "Associated Contact IDs": "101;102", "Is Public": "false", "Time Zone": "America/New_York", "Year Founded": "1998",
        },
        {
            "Record ID": "51234567891", "Company name": "Marlow & Sons", "Parent Company": "Kestrel Foods", "Company owner": "Dana Fox",
            "Create Date": "2024-05-14 10:00", "Phone Number": "+1 617-555-0131", "City": "Salem", "Lifecycle Stage": "Lead",
            "Company Domain Name": "marlow.example", "Is Public": "false",
        },
    ),
)  # fmt: skip

HUBSPOT_CONTACTS = Export(
    "Record ID - Contact,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,Last Activity Date,"
    "Lead Status,Marketing contact status,Create Date,Associated Company IDs,Associated Company,Company Name,Job Title,"
    "Lifecycle Stage,City,State/Region,Country/Region,Postal Code,Street Address,Website URL,Original Source,"
    "Number of Form Submissions,Unsubscribed from all email",
    (
        {
            "Record ID - Contact": "101", "First Name": "Lena", "Last Name": "Ortiz", "Email": "lena@kestrel.example",
            "Phone Number": "+1 617-555-0132", "Mobile Phone Number": "+1 617-555-0133", "Contact owner": "Dana Fox",
            "Last Activity Date": "2024-06-01 11:02", "Marketing contact status": "Non-marketing contact",
            "Create Date": "2024-05-13 09:41", "Associated Company IDs": "51234567890", "Associated Company": "Kestrel Foods",
            "Company Name": "Kestrel Foods", "Job Title": "Head of Purchasing", "Lifecycle Stage": "customer", "City": "Boston",
            "Original Source": "Offline Sources", "Unsubscribed from all email": "false",
        },
        {
            "Record ID - Contact": "103", "First Name": "Sam", "Last Name": "Doe", "Email": "sam@home.example",
            "Marketing contact status": "Marketing contact", "Create Date": "2024-05-15 09:41", "Lifecycle Stage": "lead",
            "Original Source": "Direct Traffic", "Unsubscribed from all email": "true",
        },
    ),
)  # fmt: skip

ZOHO_ACCOUNTS = Export(
    "Record Id,Account Owner.id,Account Owner,Rating,Account Name,Phone,Account Site,Fax,Parent Account.id,Parent Account,Website,"
    "Account Number,Ticker Symbol,Account Type,Ownership,Industry,Employees,Annual Revenue,SIC Code,Tag,Created By.id,Created By,"
    "Modified By.id,Modified By,Created Time,Modified Time,Billing Street,Shipping Street,Billing City,Shipping City,"
    "Billing State,Shipping State,Billing Code,Shipping Code,Billing Country,Shipping Country,Description,Currency,Exchange Rate,"
    "Last Activity Time,Record Image,Locked",
    (
        {
            "Record Id": "zcrm_4876876000000333001", "Account Owner.id": "zcrm_4876876000000222001", "Account Owner": "Priya Nair",
            "Rating": "-None-", "Account Name": "Kumar Castings Pvt Ltd", "Phone": "+91 22 5550 0140", "Website": "http://kumar.example",
            "Account Type": "Customer", "Industry": "Manufacturing", "Employees": "120", "Annual Revenue": "6500000",
            "Tag": "Foundry,West",
            "Created By.id": "zcrm_4876876000000222001", "Created By": "Priya Nair", "Created Time": "2023-04-03 18:22:10",
            "Modified Time": "2023-05-03 18:22:10", "Billing Street": "Plot 7, MIDC", "Billing City": "Pune",
            "Billing State": "Maharashtra",
            "Billing Code": "411019", "Billing Country": "India", "Currency": "INR", "Exchange Rate": "1", "Locked": "false",
        },
        {
            "Record Id": "zcrm_4876876000000333002", "Account Owner": "Priya Nair", "Account Name": "Desai Bearings",
            "Phone": "+91 22 5550 0141", "Account Type": "Supplier", "Created By": "Priya Nair", "Created Time": "2023-04-04 09:00:00",
            "Currency": "INR", "Exchange Rate": "1", "Locked": "false",
        },
    ),
)  # fmt: skip

ZOHO_CONTACTS = Export(
    "Record Id,Contact Owner.id,Contact Owner,Lead Source,First Name,Last Name,Account Name.id,Account Name,Vendor Name.id,"
    "Vendor Name,Email,Title,Department,Phone,Home Phone,Other Phone,Fax,Mobile,Date of Birth,Tag,Assistant,Asst Phone,"
    "Email Opt Out,Created By.id,Created By,Created Time,Modified Time,Full Name,Salutation,Secondary Email,Mailing Street,"
    "Other Street,Mailing City,Other City,Mailing State,Other State,Mailing Zip,Other Zip,Mailing Country,Other Country,Description",
    (
        {
            "Record Id": "zcrm_4876876000000444001", "Contact Owner": "Priya Nair", "Lead Source": "Trade Show", "First Name": "Ravi",
            "Last Name": "Kumar", "Account Name": "Kumar Castings Pvt Ltd", "Account Name.id": "zcrm_4876876000000333001",
            "Email": "ravi@kumar.example", "Title": "CEO", "Phone": "+91 22 5550 0142", "Mobile": "+91 98200 00140",
            "Email Opt Out": "false", "Created Time": "2023-04-03 18:30:00", "Full Name": "Ravi Kumar", "Salutation": "Mr.",
            "Mailing Street": "Plot 7, MIDC", "Mailing City": "Pune", "Mailing State": "Maharashtra", "Mailing Zip": "411019",
        },
    ),
)  # fmt: skip

ZOHO_LEADS = Export(
    "Record Id,Lead Owner.id,Lead Owner,Company,First Name,Last Name,Title,Email,Phone,Fax,Mobile,Website,Lead Source,Lead Status,"
    "Industry,No. of Employees,Annual Revenue,Rating,Tag,Created By,Created Time,Email Opt Out,Skype ID,Street,City,State,Zip Code,"
    "Country,Description,Converted Date Time,Is Converted",
    (
        {
            "Record Id": "zcrm_4876876000000555001", "Lead Owner": "Priya Nair", "Company": "Orbit Lamps", "First Name": "Chris",
            "Last Name": "Tan", "Title": "Owner", "Email": "chris@orbit.example", "Phone": "+65 6555 0150", "Lead Source": "Cold Call",
            "Lead Status": "Contacted", "Created Time": "2024-01-08 10:00:00", "Email Opt Out": "false", "Street": "5 Bay Road",
            "City": "Singapore", "Zip Code": "018956", "Country": "Singapore", "Is Converted": "false",
        },
        {
            "Record Id": "zcrm_4876876000000555002", "Lead Owner": "Priya Nair", "First Name": "Mei", "Last Name": "Lim",
            "Email": "mei@home.example", "Created Time": "2024-01-09 10:00:00", "Email Opt Out": "true", "Is Converted": "false",
        },
    ),
)  # fmt: skip

SUITECRM_ACCOUNTS = Export(
    "Name,ID,Website,Email Address,Office Phone,Alternate Phone,Fax,Billing Street,Billing Street 2,Billing Street 3,Billing Street 4,"
    "Billing City,Billing State,Billing Postal Code,Billing Country,Shipping Street,Shipping City,Shipping State,Shipping Postal Code,"
    "Shipping Country,Description,Type,Industry,Annual Revenue,Employees,SIC Code,Ticker Symbol,Parent Account ID,Ownership,Campaign ID,"
    "Rating,Assigned User Name,Assigned To,Date Created,Date Modified,Modified By,Created By,Deleted",
    (
        {
            "Name": "Bluebird Print", "ID": "a1b2c3d4-0000-4000-8000-000000000001", "Website": "http://bluebird.example",
            "Email Address": "info@bluebird.example", "Office Phone": "(415) 555-0160", "Billing Street": "10 Pier",
            "Billing City": "San Jose",
            "Billing State": "CA", "Billing Postal Code": "95101", "Billing Country": "USA", "Type": "Customer", "Industry": "Media",
            "Assigned User Name": "will", "Assigned To": "seed_will_id", "Date Created": "11/22/2023 08:10am",
            "Date Modified": "11/23/2023 08:10am", "Created By": "1", "Modified By": "1", "Deleted": "0",
        },
        {
            "Name": "Cask & Co", "ID": "a1b2c3d4-0000-4000-8000-000000000002", "Office Phone": "(415) 555-0161", "Billing City": "Napa",
            "Type": "Prospect", "Date Created": "10/02/2023 12:00pm", "Created By": "1", "Deleted": "0",
        },
    ),
    quoting=csv.QUOTE_ALL,
)  # fmt: skip

SUITECRM_CONTACTS = Export(
    "First Name,Last Name,ID,Salutation,Title,Department,Account Name,Email Address,Mobile,Office Phone,Home Phone,Other Phone,Fax,"
    "Primary Address Street,Primary Address City,Primary Address State,Primary Address Postal Code,Primary Address Country,"
    "Alternate Address Street,Alternate Address City,Description,Birthdate,Lead Source,Reports To ID,Assigned User Name,Do Not Call,"
    "Date Created,Date Modified,Deleted",
    (
        {
            "First Name": "Nora", "Last Name": "Pike", "ID": "a1b2c3d4-0000-4000-8000-000000000003", "Salutation": "Ms.",
            "Title": "Manager",
            "Department": "Print", "Account Name": "Bluebird Print", "Email Address": "nora@bluebird.example", "Mobile": "(415) 555-0162",
            "Office Phone": "(415) 555-0163", "Primary Address Street": "10 Pier", "Primary Address City": "San Jose",
            "Primary Address Postal Code": "95101", "Birthdate": "1983-02-11", "Do Not Call": "0", "Deleted": "0",
        },
        {
            "First Name": "Lou", "Last Name": "Reid", "ID": "a1b2c3d4-0000-4000-8000-000000000004", "Mobile": "(415) 555-0164",
            "Do Not Call": "1", "Deleted": "0",
        },
    ),
)  # fmt: skip

ESPOCRM_ACCOUNTS = Export(
    "id,name,deleted,website,emailAddress,phoneNumber,type,industry,sicCode,billingAddressStreet,billingAddressCity,billingAddressState,"
    "billingAddressCountry,billingAddressPostalCode,shippingAddressStreet,shippingAddressCity,description,createdAt,modifiedAt,"
    "createdById,createdByName,assignedUserId,assignedUserName,teamsIds",
    (
        {
            "id": "5f0c1a2b3c4d5e6f7", "name": "Falken Optik GmbH", "deleted": "0", "website": "https://falken.example",
            "emailAddress": "info@falken.example", "phoneNumber": "+49 30 901820 01", "type": "Customer", "industry": "Retail",
            "billingAddressStreet": "Lindenallee 3", "billingAddressCity": "Berlin", "billingAddressCountry": "Germany",
            "billingAddressPostalCode": "10115", "createdAt": "2022-09-01 07:00:00", "modifiedAt": "2022-10-01 07:00:00",
            "createdById": "1", "createdByName": "Admin", "assignedUserName": "Jan Voss",
        },
        {
            "id": "5f0c1a2b3c4d5e6f8", "name": "Meyer Rohrbau", "deleted": "0", "phoneNumber": "+49 30 901820 02",
            "type": "Investor", "createdAt": "2022-09-02 07:00:00",
        },
    ),
    delimiter=";",
)  # fmt: skip

ESPOCRM_CONTACTS = Export(
    "ID,Name,Salutation Name,First Name,Last Name,Account,Account ID,Title,Email,Phone,Address Street,Address City,Address State,"
    "Address Country,Address Postal Code,Do Not Call,Created At,Assigned User,Account Is Inactive",
    (
        {
            "ID": "5f0c1a2b3c4d5e6f9", "Name": "Frau Greta Falk", "Salutation Name": "Mrs.", "First Name": "Greta", "Last Name": "Falk",
            "Account": "Falken Optik GmbH", "Account ID": "5f0c1a2b3c4d5e6f7", "Title": "Einkauf", "Email": "greta@falken.example",
            "Phone": "+49 30 901820 03", "Address City": "Berlin", "Do Not Call": "0", "Created At": "2022-09-01 07:05:00",
            "Assigned User": "Jan Voss", "Account Is Inactive": "0",
        },
    ),
)  # fmt: skip

VTIGER_ORGANIZATIONS = Export(
    "Organization Name,Website,Organization Number,Primary Phone,Ticker Symbol,Fax,Member Of,Secondary Phone,Employees,Primary Email,"
    "Ownership,Industry,Rating,SIC Code,Type,Annual Revenue,Assigned To,Email Opt Out,Notify Owner,Created Time,Modified Time,"
    "Billing Address,Billing PO Box,Billing City,Billing State,Billing Postal Code,Billing Country,Shipping Address,Shipping City,"
    "Shipping State,Shipping Postal Code,Shipping Country,Description",
    (
        {
            "Organization Name": "Orient Textiles", "Website": "orient.example", "Organization Number": "ACC1",
            "Primary Phone": "+91 80 5550 0170",
            "Primary Email": "info@orient.example", "Industry": "Apparel", "Type": "Customer", "Assigned To": "Administrator",
            "Email Opt Out": "0", "Created Time": "2021-06-01 05:00:00", "Modified Time": "2021-06-02 05:00:00",
            "Billing Address": "8 Mill Road", "Billing City": "Bengaluru", "Billing State": "Karnataka", "Billing Postal Code": "560001",
            "Billing Country": "India",
        },
        {
            "Organization Name": "Silk House", "Organization Number": "ACC2", "Primary Phone": "+91 80 5550 0171",
            "Email Opt Out": "0", "Type": "Prospect",
        },
    ),
    quoting=csv.QUOTE_ALL,
)  # fmt: skip

VTIGER_CONTACTS = Export(
    "Salutation,First Name,Office Phone,Last Name,Mobile Phone,Organization Name,Home Phone,Lead Source,Secondary Phone,Title,Fax,"
    "Department,Date of Birth,Primary Email,Reports To,Assistant,Secondary Email,Assistant Phone,Do Not Call,Email Opt Out,Assigned To,"
    "Reference,Notify Owner,Created Time,Modified Time,Contact Id,Portal User,Support Start Date,Support End Date,Mailing Street,"
    "Other Street,Mailing City,Other City,Mailing State,Other State,Mailing Zip,Other Zip,Mailing Country,Other Country,Description",
    (
        {
            "Salutation": "Ms.", "First Name": "Asha", "Office Phone": "+91 80 5550 0172", "Last Name": "Rao",
            "Mobile Phone": "+91 98450 00170",
            "Organization Name": "Accounts::::Orient Textiles", "Title": "Merchandiser", "Primary Email": "asha@orient.example",
            "Do Not Call": "0", "Email Opt Out": "0", "Assigned To": "Administrator", "Contact Id": "CON1", "Portal User": "0",
            "Mailing Street": "8 Mill Road", "Mailing City": "Bengaluru", "Mailing Zip": "560001",
        },
    ),
)  # fmt: skip
